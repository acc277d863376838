package io.shopcare.order.refunds;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;

/** Where refunds are kept, what they listen to, and who listens to them. */
@Configuration(proxyBeanMethods = false)
class RefundsConfiguration {
    static final String TOPIC = "shopcare.order.refunds";

    @Bean
    AggregateType<Refund> refundType() {
        return new AggregateType<>("refund", Refund.class, "refunds", TOPIC, Refund::shop);
    }

    @Bean
    AggregateStore<Refund> refunds(AggregateStores stores, AggregateType<Refund> refundType) {
        return stores.of(refundType);
    }

    @Bean
    Subscription refundsHearCases(RefundsFollowCases handler) {
        return Subscription.to("shopcare.aftersale.cases").as("refunds")
                .on("refund.asked.v1", RefundsFollowCases.Asked.class, handler::asked);
    }

    @Bean
    Subscription ordersHearRefunds(OrdersFollowRefunds handler) {
        return Subscription.to(TOPIC).as("orders")
                .on("refund.in-doubt.v1", OrdersFollowRefunds.Told.class, handler::inDoubt)
                .on("refund.succeeded.v1", OrdersFollowRefunds.Told.class, handler::succeeded)
                .on("refund.failed.v1", OrdersFollowRefunds.Told.class, handler::failed);
    }
}
