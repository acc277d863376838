package io.shopcare.order.audit;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.OrderLists;
import io.shopcare.platform.events.Subscription;

/** A payment brings the audit: at once, or by the clock where a shop lets it wait. */
@Component
class AuditFollowsPayments {
    private static final int AT_ONCE = 200;

    private final AuditOrder audit;
    private final OrderLists lists;
    private final Clock clock;

    AuditFollowsPayments(AuditOrder audit, OrderLists lists, Clock clock) {
        this.audit = audit;
        this.lists = lists;
        this.clock = clock;
    }

    /** The field of {@code order.paid.v1} that the audit needs. */
    record Paid(String orderId) {}

    @Bean
    static Subscription auditOfPaidOrders(AuditOrder audit) {
        return Subscription.to("shopcare.order.orders").as("audit").on("order.paid.v1", Paid.class,
                (meta, paid) -> audit.handle(paid.orderId()));
    }

    /** One round over the orders whose waiting time is over. */
    @Scheduled(fixedDelayString = "${shopcare.order.audit.look-every:10s}")
    void run() {
        lists.auditDue(clock.instant(), AT_ONCE).forEach(audit::handle);
    }
}
