package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** Whether after-sales work is open on an order. */
public enum AfterSaleState implements FacetState<AfterSaleState> {
    /** There never was a case. */
    NONE,
    /** A case is open. */
    OPEN,
    /** All cases are closed. */
    SETTLED;

    @Override
    public Set<AfterSaleState> next() {
        return switch (this) {
            case NONE -> EnumSet.of(OPEN);
            case OPEN -> EnumSet.of(SETTLED);
            case SETTLED -> EnumSet.of(OPEN);
        };
    }
}
