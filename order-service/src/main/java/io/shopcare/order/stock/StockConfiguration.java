package io.shopcare.order.stock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where stock and reservations are kept; both tell on one topic. */
@Configuration(proxyBeanMethods = false)
class StockConfiguration {
    private static final String TOPIC = "shopcare.order.stock";

    @Bean
    AggregateType<Stock> stockType() {
        return new AggregateType<>("stock", Stock.class, "stocks", TOPIC, Stock::shop);
    }

    @Bean
    AggregateStore<Stock> stocks(AggregateStores stores, AggregateType<Stock> stockType) {
        return stores.of(stockType);
    }

    @Bean
    AggregateType<Reservation> reservationType() {
        return new AggregateType<>("reservation", Reservation.class, "reservations", TOPIC, Reservation::shop);
    }

    @Bean
    AggregateStore<Reservation> reservationStore(AggregateStores stores, AggregateType<Reservation> reservationType) {
        return stores.of(reservationType);
    }
}
