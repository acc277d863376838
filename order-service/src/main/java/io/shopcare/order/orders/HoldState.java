package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** Whether anything stands in the way of an order. */
public enum HoldState implements FacetState<HoldState> {
    /** No hold is open. */
    CLEAR,
    /** At least one hold is open. */
    HELD;

    @Override
    public Set<HoldState> next() {
        return switch (this) {
            case CLEAR -> EnumSet.of(HELD);
            case HELD -> EnumSet.of(CLEAR);
        };
    }
}
