package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;

/** What after-sales cases do to an order. */
final class Caring {
    private static final ActorRef CASES = ActorRef.system("cases");

    private Caring() {}

    static Decision<Order> opened(Order order, String caseId, Instant at) {
        if (order.afterSale().knows(caseId))
            return Decision.unchanged(order);
        var next = order.with(order.afterSale().opened(caseId, at));
        if (!order.mayStillShip() || order.isCancelled())
            return Decision.accept(next);
        return Holding.hold(next, Hold.of("case-" + caseId, "case-open", List.of(), "aftersales",
                Hold.due(at), null, CASES, at)
                .forCase(caseId));
    }

    static Decision<Order> closed(Order order, String caseId, Instant at) {
        if (!order.afterSale().openCases().contains(caseId))
            return Decision.unchanged(order);
        return Holding.releasing(order.with(order.afterSale().closed(caseId, at, ReceiptClock.start(order))),
                hold -> caseId.equals(hold.caseId()),
                CASES, "case-closed", at);
    }
}
