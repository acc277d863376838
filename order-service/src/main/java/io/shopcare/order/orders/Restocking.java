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
        boolean mayGoOn = order.audit().state() == AuditState.HELD || isLetThrough(order) && order.mayStillShip();
        return mayGoOn && !order.isCancelled() && order.holds().open().stream().anyMatch(Restocking::isShortage);
    }

    /** Goods of an order that was audited turned out not to be there. One that waits for its audit is found short by it. */
    static Decision<Order> goShort(Order order, Hold hold) {
        return order.audit().state() == AuditState.HELD || isLetThrough(order)
                ? Holding.hold(order, hold)
                : Decision.unchanged(order);
    }

    /** Whether what it was promised may go to others: nothing of it is printed, and nothing is being swapped. */
    static boolean mayLoseStock(Order order) {
        return order.mayStillShip() && order.fulfilment().permits().isEmpty()
                && order.fulfilment().shipments().isEmpty() && Exchanging.open(order).isEmpty();
    }

    /** Let through when nothing else is in the way; else, and where a person waits for an answer, a person still has to look. */
    static Decision<Order> goOn(Order order, ActorRef by, String reason, Instant at) {
        if (!isShort(order))
            return Decision.unchanged(order);
        if (isLetThrough(order))
            return Holding.releasing(order, Restocking::isShortage, by, reason, at);
        boolean isAsked = !order.questions().unanswered().isEmpty();
        return !isAsked && order.holds().open().stream().allMatch(Restocking::isShortage)
                ? Auditing.approve(order, by, reason, null, at)
                : Holding.releasing(order, Restocking::isShortage, by, reason, at);
    }

    private static boolean isLetThrough(Order order) {
        return order.audit().state() == AuditState.APPROVED;
    }

    static boolean isShortage(Hold hold) {
        return CODES.contains(hold.code());
    }
}
