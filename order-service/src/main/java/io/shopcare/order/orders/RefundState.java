package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** What became of a refund, as far as the balance of its order is concerned. */
public enum RefundState implements FacetState<RefundState> {
    /** The balance is held; the provider is to be called. */
    RESERVED,
    /** The provider did not say what happened; the balance stays held. */
    IN_DOUBT,
    /** Paid back. */
    SUCCEEDED,
    /** Refused for certain; the balance is free again, another attempt may reserve it. */
    FAILED;

    @Override
    public Set<RefundState> next() {
        return switch (this) {
            case RESERVED -> EnumSet.of(IN_DOUBT, SUCCEEDED, FAILED);
            case IN_DOUBT -> EnumSet.of(SUCCEEDED, FAILED);
            case FAILED -> EnumSet.of(RESERVED);
            case SUCCEEDED -> EnumSet.noneOf(RefundState.class);
        };
    }
}
