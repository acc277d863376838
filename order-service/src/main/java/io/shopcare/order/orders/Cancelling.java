package io.shopcare.order.orders;

import java.time.Instant;

import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Ends an order that has not begun to leave (O10); what has a waybill is intercepted instead. */
final class Cancelling {
    /** Why a clock closes an order: money that comes later is for finance to decide, since stock may still be there. */
    static final String UNPAID = "unpaid";

    private Cancelling() {}

    static Decision<Order> cancel(Order order, String reason) {
        if (order.isCancelled())
            return Decision.unchanged(order);
        if (!order.fulfilment().shipments().isEmpty())
            return Decision.reject(Rejection.notNow("already-shipped"));
        if (!order.fulfilment().permits().isEmpty())
            return Decision.reject(Rejection.notNow("in-fulfilment"));
        return nothingIsAsked(Decision.accept(cancelled(order, reason), event(order, reason)));
    }

    /** An order that got any money stays open for finance: a clock never decides about money. */
    static Decision<Order> closeUnpaid(Order order, Instant now) {
        var payBy = order.sale().payBy();
        boolean due = payBy != null && !now.isBefore(payBy) && order.payment().state() == PaymentState.UNPAID;
        return due ? cancel(order, UNPAID) : Decision.unchanged(order);
    }

    static Order cancelled(Order order, String reason) {
        return order.with(order.fulfilment().cancelled(reason))
                .with(new PromisesFacet(order.promises().all(), null));
    }

    /** No answer and no money is waited for any more. */
    static Decision.Accepted<Order> nothingIsAsked(Decision.Accepted<Order> cancelled) {
        return Requesting.withdrawn(Asking.withdrawn(cancelled));
    }

    static OrderEvent event(Order order, String reason) {
        return new OrderEvent.Cancelled(order.shop(), order.orderId(), order.buyer(), reason,
                order.payment().sum(order.sale().currency()));
    }
}
