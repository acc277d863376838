package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** What became of a payment request. */
public enum PaymentRequestState implements FacetState<PaymentRequestState> {
    /** The buyer may pay it; meanwhile nothing prints. */
    OPEN,
    /** It was paid, once. */
    PAID,
    /** Its time ran out; money that still comes is kept and flagged. */
    EXPIRED,
    /** The shop took it back, or the order was cancelled. */
    WITHDRAWN;

    @Override
    public Set<PaymentRequestState> next() {
        return this == OPEN ? EnumSet.of(PAID, EXPIRED, WITHDRAWN) : EnumSet.noneOf(PaymentRequestState.class);
    }
}
