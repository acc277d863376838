package io.shopcare.order.stock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.catalogue.ListSku;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.Subscription;

/** A SKU without a unit left goes off sale or to pre-order by its own rule, and comes back when more comes in (O9a). */
@Configuration(proxyBeanMethods = false)
class SkusFollowStock {
    private static final CommandContext CONTEXT = CommandContext.bySystem("sell-what-is-there");
    private static final int LOOKS = 10;

    /** The fields of {@code stock.depleted.v1} and {@code stock.replenished.v1} that a SKU needs. */
    record OfSku(String shop, String sku) {}

    @Bean
    Subscription sellingOfSkus(StockLevels levels, ListSku skus, WaitingOrders waiting) {
        return Subscription.to("shopcare.order.stock").as("selling")
                .on("stock.depleted.v1", OfSku.class, (meta, of) -> follow(of, levels, skus))
                .on("stock.replenished.v1", OfSku.class, (meta, of) -> {
                    waiting.serve(of.shop(), of.sku()); // who paid and waits comes before who buys now
                    follow(of, levels, skus);
                }).acting();
    }

    /** Two warehouses tell at once: whoever wrote last must have looked after the other's change. */
    private static void follow(OfSku of, StockLevels levels, ListSku skus) {
        boolean isGone = isGone(of, levels);
        for (int look = 0; look < LOOKS; look++) {
            skus.gone(of.shop(), of.sku(), isGone, CONTEXT);
            boolean stillGone = isGone(of, levels);
            if (stillGone == isGone)
                return;
            isGone = stillGone;
        }
    }

    private static boolean isGone(OfSku of, StockLevels levels) {
        return levels.of(of.shop(), of.sku()).stream().allMatch(stock -> stock.figures().available() == 0);
    }
}
