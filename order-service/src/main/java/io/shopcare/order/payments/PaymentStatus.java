package io.shopcare.order.payments;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** What the provider has said of a payment. */
public enum PaymentStatus implements FacetState<PaymentStatus> {
    /** Nothing yet. */
    PENDING,
    /** The buyer's attempt failed; another payment may be begun. */
    FAILED,
    /** Money came, whatever was said before. */
    SUCCEEDED;

    @Override
    public Set<PaymentStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(FAILED, SUCCEEDED);
            case FAILED -> EnumSet.of(SUCCEEDED);
            case SUCCEEDED -> EnumSet.noneOf(PaymentStatus.class);
        };
    }
}
