package io.shopcare.order.audit;

import java.util.Map;
import java.util.function.Function;

import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * Letting an order through lets its holds go: those that were there to be seen. One that came in the same moment (a refund
 * asked for, goods that turned out to be missing) is no reason that an auditor accepted; it wants a look of its own.
 */
final class SinceSeen {
    private SinceSeen() {}

    /** The question, as long as no hold is on the order that was not on it when it was looked at. */
    static Function<Order, Decision<Order>> nothingCame(Order seen, Function<Order, Decision<Order>> question) {
        return order -> {
            long fresh = order.holds().open().stream().filter(hold -> seen.holds().find(hold.holdId()).isEmpty())
                    .count();
            return fresh > 0 && order.audit().state() == AuditState.HELD
                    ? Decision.reject(Rejection.notNow("hold-open", Map.of("open", fresh)))
                    : question.apply(order);
        };
    }
}
