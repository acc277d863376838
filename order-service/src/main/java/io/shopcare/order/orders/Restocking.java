package io.shopcare.order.orders;

import java.time.Instant;
import java.util.Set;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;

/** An order that was held for missing goods goes on when they are there, or are not wanted any more (O9). */
final class Restocking {
    private static final Set<String> CODES = Set.of("stock-short", "stock-scattered", "lost-to-another");

    private Restocking() {}

    static boolean isShort(Order order) {
        return order.audit().state() == AuditState.HELD && !order.isCancelled()
                && order.holds().open().stream().anyMatch(Restocking::isShortage);
    }

    /** Let through when nothing else is in the way; else, and where a person waits for an answer, a person still has to look. */
    static Decision<Order> goOn(Order order, ActorRef by, String reason, Instant at) {
        if (!isShort(order))
            return Decision.unchanged(order);
        boolean isAsked = !order.questions().unanswered().isEmpty();
        return !isAsked && order.holds().open().stream().allMatch(Restocking::isShortage)
                ? Auditing.approve(order, by, reason, null, at)
                : Holding.releasing(order, Restocking::isShortage, by, reason, at);
    }

    private static boolean isShortage(Hold hold) {
        return CODES.contains(hold.code());
    }
}
