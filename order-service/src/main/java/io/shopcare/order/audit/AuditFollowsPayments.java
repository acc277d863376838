package io.shopcare.order.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderDeadlines;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateType;

/** A payment brings the audit: at once, or by the clock where a shop lets it wait. */
@Configuration(proxyBeanMethods = false)
class AuditFollowsPayments {

    /** The field of {@code order.paid.v1} that the audit needs. */
    record Paid(String orderId) {}

    @Bean
    Subscription auditOfPaidOrders(AuditOrder audit) {
        return Subscription.to("shopcare.order.orders").as("audit").on("order.paid.v1", Paid.class,
                (meta, paid) -> audit.handle(paid.orderId())).acting().promptly();
    }

    @Bean
    DeadlineHandler auditAfterItsDelay(AggregateType<Order> orderType, AuditOrder audit) {
        return DeadlineHandler.of(orderType, OrderDeadlines.AUDIT, audit::handle);
    }
}
