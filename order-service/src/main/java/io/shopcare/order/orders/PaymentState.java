package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far an order is paid. */
public enum PaymentState implements FacetState<PaymentState> {
    /** Nothing has come. */
    UNPAID,
    /** Less than the total has come. */
    UNDERPAID,
    /** Exactly the total has come. */
    PAID,
    /** More than the total has come, or it came twice; the rest is for finance to settle. */
    OVERPAID;

    @Override
    public Set<PaymentState> next() {
        return switch (this) {
            case UNPAID -> EnumSet.of(UNDERPAID, PAID, OVERPAID);
            case UNDERPAID -> EnumSet.of(PAID, OVERPAID);
            case PAID -> EnumSet.of(OVERPAID);
            case OVERPAID -> EnumSet.noneOf(PaymentState.class);
        };
    }
}
