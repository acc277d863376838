package io.shopcare.presale.products;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;

/** Reads the events of stock. */
@Configuration(proxyBeanMethods = false)
class StockMessages {

    @Bean
    Subscription stockHeardOf(KnownStock stock) {
        return heardBy(stock).keeping(ReadModel.in(KnownStock.COLLECTION, shadow -> heardBy(new KnownStock(shadow))));
    }

    private static Subscription heardBy(KnownStock stock) {
        return Subscription.to("shopcare.order.stock").as("known-stock")
                .on("stock.listed.v1", StockFact.Listed.class, stock::listed)
                .on("stock.changed.v1", StockFact.Changed.class, stock::changed);
    }
}
