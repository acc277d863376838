package io.shopcare.order.refunds;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far a refund (退款) is. */
public enum RefundStage implements FacetState<RefundStage> {
    /** The balance is reserved; the provider is called, or has taken it on. */
    REQUESTED,
    /** The provider did not say what happened. A time-out is never a failure. */
    IN_DOUBT,
    /** Finance pays it, as by bank transfer, and says so. */
    BY_HAND,
    /** It was paid back. */
    SUCCEEDED,
    /** Refused for certain; may be tried again under a new attempt, unless we refused it ourselves. */
    FAILED;

    @Override
    public Set<RefundStage> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(IN_DOUBT, BY_HAND, SUCCEEDED, FAILED);
            case IN_DOUBT -> EnumSet.of(BY_HAND, SUCCEEDED, FAILED);
            case BY_HAND -> EnumSet.of(REQUESTED, SUCCEEDED);
            case FAILED -> EnumSet.of(REQUESTED);
            case SUCCEEDED -> EnumSet.noneOf(RefundStage.class);
        };
    }

    /** Whether the provider still has to say something. */
    boolean isOpen() {
        return this == REQUESTED || this == IN_DOUBT;
    }
}
