package io.shopcare.order.refunds;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.RefundState;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/**
 * Tries a definite failure again: the balance is reserved anew, under the same refund, for a new attempt. Refused until
 * the order has heard of the failure, so that what it gives back is never the new reservation.
 */
@Component
final class RetryRefund {
    private final AggregateStore<Refund> refunds;
    private final AggregateStore<Order> orders;
    private final PayRefund pay;
    private final Clock clock;

    RetryRefund(AggregateStore<Refund> refunds, AggregateStore<Order> orders, PayRefund pay, Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.pay = pay;
        this.clock = clock;
    }

    Outcome<Refund> handle(Refund seen, CommandContext context) {
        var refundId = seen.refundId();
        boolean isSettled = orders.find(seen.orderId()).flatMap(order -> order.aggregate().refunds().find(refundId))
                .filter(share -> share.state() == RefundState.FAILED).isPresent();
        var outcome = refunds.decide(refundId, context, refund -> isSettled || refund.stage() != RefundStage.FAILED
                ? refund.retry(clock.instant())
                : Decision.reject(Rejection.notNow("not-settled-yet")));
        if (outcome instanceof Outcome.Accepted<Refund>)
            pay.handle(refundId);
        return outcome;
    }
}
