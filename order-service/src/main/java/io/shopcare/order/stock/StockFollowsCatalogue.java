package io.shopcare.order.stock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.trade.ProductSnapshot;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;

/** A SKU that is revised is listed anew in every warehouse that has it. */
@Configuration(proxyBeanMethods = false)
class StockFollowsCatalogue {

    /** The fields of {@code sku.revised.v1} that stock needs. */
    record Revised(String shop, String sku, ProductSnapshot product, Money price, int unitGrams, String selling) {}

    @Bean
    Subscription listings(AggregateStore<Stock> stocks, StockLevels levels) {
        return Subscription.to("shopcare.order.skus").as("listings").on("sku.revised.v1", Revised.class,
                (meta, sku) -> list(meta, sku, stocks, levels)).acting();
    }

    private static void list(EventMeta meta, Revised sku, AggregateStore<Stock> stocks, StockLevels levels) {
        for (var stock : levels.of(sku.shop(), sku.sku()))
            stocks.decide(stock.id(), new CommandContext(meta.actor(), "list-stock", null, null, null),
                    now -> now.listed(sku.product(), sku.price(), sku.unitGrams(), sku.selling()));
    }
}
