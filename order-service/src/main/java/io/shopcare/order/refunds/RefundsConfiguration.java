package io.shopcare.order.refunds;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Deadline;

/** Where refunds are kept, what they listen to, and who listens to them. */
@Configuration(proxyBeanMethods = false)
class RefundsConfiguration {
    static final String TOPIC = "shopcare.order.refunds";
    private static final String PROVIDER = "provider-call";

    @Bean
    AggregateType<Refund> refundType() {
        return new AggregateType<>("refund", Refund.class, "refunds", TOPIC, Refund::shop)
                .withDeadlines(List.of(Deadline.handled(PROVIDER, Refund::callProviderAt)));
    }

    @Bean
    AggregateStore<Refund> refunds(AggregateStores stores, AggregateType<Refund> refundType) {
        return stores.of(refundType);
    }

    /** Goes on where a call was lost or an answer did not come, until the provider has said the last word. */
    @Bean
    DeadlineHandler callsOfProviders(AggregateType<Refund> refundType, PayRefund pay) {
        return DeadlineHandler.of(refundType, PROVIDER, pay::handle);
    }

    @Bean
    Subscription refundsHearCases(RefundsFollowCases handler) {
        return Subscription.to("shopcare.aftersale.cases").as("refunds")
                .on("refund.asked.v1", RefundsFollowCases.Asked.class, handler::asked).acting();
    }

    @Bean
    Subscription refundsHearOrders(RefundsFollowCancellations handler, RefundsFollowExchanges exchanges,
            RefundsFollowOrders orders) {
        return Subscription.to("shopcare.order.orders").as("refunds")
                .on("order.cancelled.v1", RefundsFollowCancellations.Cancelled.class, handler::cancelled)
                .on("order.line-exchanged.v1", RefundsFollowExchanges.Exchanged.class, exchanges::exchanged)
                .on("order.refund-due.v1", RefundsFollowOrders.Due.class, orders::due).acting();
    }

    @Bean
    Subscription ordersHearRefunds(OrdersFollowRefunds handler) {
        return Subscription.to(TOPIC).as("orders")
                .on("refund.in-doubt.v1", OrdersFollowRefunds.Told.class, handler::inDoubt)
                .on("refund.succeeded.v1", OrdersFollowRefunds.Told.class, handler::succeeded)
                .on("refund.failed.v1", OrdersFollowRefunds.Told.class, handler::failed).acting();
    }
}
