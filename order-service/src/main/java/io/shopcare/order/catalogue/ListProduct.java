package io.shopcare.order.catalogue;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Lists a product, revises what is said of it, takes it off sale. Its SKUs follow what it tells. */
@Component
public class ListProduct {
    private final AggregateStore<Product> products;
    private final Clock clock;

    public ListProduct(AggregateStore<Product> products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /**
     * The product as it is now; the same again changes nothing.
     *
     * @param from system that sends it; null when a person edits it here
     */
    public Outcome<Product> handle(String shop, String productId, Product.Page page, Sku.@Nullable Owner from,
            CommandContext context) {
        var by = ActorRef.of(context.actor());
        return products.decideOrCreate(Product.id(shop, productId), context,
                () -> Product.list(shop, productId, page, from, by, clock.instant()),
                known -> known.revise(page, from, by, clock.instant()));
    }

    /** From now on it is edited here again. */
    public Outcome<Product> disown(String shop, String productId, CommandContext context) {
        return products.decide(Product.id(shop, productId), context, Product::disown);
    }

    /** Takes it off sale here, also one that another system owns; or ({@code now} false) lets that go. */
    public Outcome<Product> withdraw(String shop, String productId, boolean now, CommandContext context) {
        return products.decide(Product.id(shop, productId), context,
                known -> known.withdraw(now, ActorRef.of(context.actor()), clock.instant()));
    }
}
