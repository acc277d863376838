package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** The buyer's remark (买家留言) changes: the rules look again, or, once they approved, a person (O4, O8a). */
final class Remarking {
    private static final String CHANGED = "remark-changed";

    private Remarking() {}

    /** @param seen whether who changes it is an auditor, whom nobody has to check */
    static Decision<Order> change(Order order, @Nullable String remark, ActorRef by, boolean seen, Instant at) {
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (!order.mayStillShip())
            return Decision.reject(Rejection.notNow("already-shipped"));
        if (java.util.Objects.equals(remark, order.sale().remark()))
            return Decision.unchanged(order);
        var changed = Decision.accept(order.with(order.sale().remarked(remark)),
                new OrderEvent.RemarkChanged(order.shop(), order.orderId(), order.buyer()));
        return switch (order.audit().state()) {
            case NOT_DUE, WAITING, REJECTED -> changed;
            case HELD -> Auditing.lookAgain(changed, by, CHANGED, at);
            case APPROVED -> seen
                    ? changed
                    : Holding.anew(changed, Hold.of(
                            Ids.derived("hold", order.orderId(), CHANGED, at.toString()), CHANGED, List.of(),
                            Auditing.OWNER,
                            Hold.due(at), null, by, at));
        };
    }
}
