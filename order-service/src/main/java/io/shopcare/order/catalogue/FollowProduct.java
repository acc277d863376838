package io.shopcare.order.catalogue;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;

/**
 * Lets SKUs follow their product: off sale and back, its markets, its facts. Each takes what the product is now, once, so
 * that a repeat, a late event or another order of events changes nothing; and whoever was killed in between begins again.
 */
@Component
final class FollowProduct {
    private static final int AT_A_TIME = 100;

    private final AggregateStore<Product> products;
    private final AggregateStore<Sku> skus;
    private final Variants variants;
    private final Clock clock;

    FollowProduct(AggregateStore<Product> products, AggregateStore<Sku> skus, Variants variants, Clock clock) {
        this.products = products;
        this.skus = skus;
        this.variants = variants;
        this.clock = clock;
    }

    /** The product was revised: every SKU that names it. */
    void all(String shop, String productId, CommandContext context) {
        product(shop, productId).ifPresent(product -> {
            Cursor after = null;
            do {
                var some = variants.of(product, after, AT_A_TIME);
                some.items().forEach(sku -> follow(sku.sku(), product, context));
                after = Cursor.read(some.next(), 1);
            } while (after != null);
        });
    }

    /** A SKU was listed or revised: its product may have come, or been revised, while nobody saw that it is one of its. */
    void one(String shop, String sku, CommandContext context) {
        skus.find(Sku.id(shop, sku)).map(Stored::aggregate)
                .flatMap(known -> product(shop, known.page().productId()))
                .ifPresent(product -> follow(sku, product, context));
    }

    private void follow(String sku, Product product, CommandContext context) {
        skus.decide(Sku.id(product.shop(), sku), context, known -> known.follow(product.productId(),
                product.followed(), ActorRef.of(context.actor()), clock.instant()));
    }

    private Optional<Product> product(String shop, String productId) {
        return products.find(Product.id(shop, productId)).map(Stored::aggregate);
    }
}
