package io.shopcare.order.catalogue;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Lists a SKU, or revises what is said of it: by a person, by file, or by the system that owns it. */
@Component
public class ListSku {
    private final AggregateStore<Sku> skus;
    private final AggregateStore<Product> products;
    private final Clock clock;

    public ListSku(AggregateStore<Sku> skus, AggregateStore<Product> products, Clock clock) {
        this.skus = skus;
        this.products = products;
        this.clock = clock;
    }

    /**
     * The SKU as it is now; the same again changes nothing.
     *
     * @param from system that sends it; null when a person edits it here
     */
    public Outcome<Sku> handle(String shop, String sku, Sku.Page page, Sku.@Nullable Owner from,
            CommandContext context) {
        var by = ActorRef.of(context.actor());
        var product = products.find(Product.id(shop, page.productId())).map(known -> known.aggregate().followed())
                .orElse(null);
        return skus.decideOrCreate(Sku.id(shop, sku), context,
                () -> Sku.list(shop, sku, page, product, from, by, clock.instant()),
                known -> known.revise(page, product, from, by, clock.instant()));
    }

    /**
     * Who edits a SKU by hand names a product that is there, or none, or the one that it has. What another system sends may
     * come before its product.
     */
    public Optional<FieldProblem> problem(String shop, String sku, Sku.Page page) {
        var product = page.productId();
        boolean isKnown = product.equals(sku) || products.find(Product.id(shop, product)).isPresent()
                || skus.find(Sku.id(shop, sku)).filter(known -> known.aggregate().page().productId().equals(product))
                        .isPresent();
        return isKnown
                ? Optional.empty()
                : Optional.of(new FieldProblem("productId", "product-unknown", Map.of("product", product)));
    }

    /** The last unit of it went, or more came in. */
    public void gone(String shop, String sku, boolean isGone, CommandContext context) {
        skus.decide(Sku.id(shop, sku), context,
                known -> known.isGone(isGone, ActorRef.of(context.actor()), clock.instant()));
    }

    /** From now on it is edited here again. */
    public Outcome<Sku> disown(String shop, String sku, CommandContext context) {
        return skus.decide(Sku.id(shop, sku), context, Sku::disown);
    }
}
