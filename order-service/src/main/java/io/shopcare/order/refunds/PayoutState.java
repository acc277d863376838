package io.shopcare.order.refunds;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far one payout of a refund is at its provider. */
public enum PayoutState implements FacetState<PayoutState> {
    /** The provider does not know of it, or not for certain; calling again under the same number does no harm. */
    WAITING,
    /** The provider took it on, or may have: it is asked what came of it. */
    ASKED,
    /** No provider pays in this way: it waits until finance has paid it and said so. */
    BY_HAND,
    /** The money went back. */
    PAID,
    /** Refused for certain. */
    REFUSED;

    @Override
    public Set<PayoutState> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(ASKED, BY_HAND, PAID, REFUSED);
            case ASKED -> EnumSet.of(WAITING, PAID, REFUSED);
            case BY_HAND -> EnumSet.of(PAID);
            case PAID, REFUSED -> EnumSet.noneOf(PayoutState.class);
        };
    }
}
