package io.shopcare.order.orders;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where orders are kept. */
@Configuration(proxyBeanMethods = false)
class OrdersConfiguration {

    @Bean
    AggregateType<Order> orderType() {
        return new AggregateType<>("order", Order.class, "orders", "shopcare.order.orders", Order::shop)
                .withDeadlines(OrderDeadlines.all());
    }

    @Bean
    AggregateStore<Order> orders(AggregateStores stores, AggregateType<Order> orderType) {
        return stores.of(orderType);
    }
}
