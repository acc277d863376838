package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far the exchange of a line is. */
public enum ExchangeState implements FacetState<ExchangeState> {
    /** Wanted; stock is being swapped, and nothing prints meanwhile. */
    ASKED,
    /** The line is another one now. */
    DONE,
    /** The other goods could not be had; the line is as it was. */
    REFUSED;

    @Override
    public Set<ExchangeState> next() {
        return this == ASKED ? EnumSet.of(DONE, REFUSED) : EnumSet.noneOf(ExchangeState.class);
    }
}
