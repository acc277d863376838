package io.shopcare.order.interceptions;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far an interception is. */
public enum InterceptionState implements FacetState<InterceptionState> {
    /** It has a price, and the buyer has not paid it yet. */
    OFFERED,
    /** The carrier is asked. */
    ASKED,
    /** The carrier did it. */
    DONE,
    /** The carrier could not. It may be tried again. */
    REFUSED,
    /** The buyer did not pay its price. It may be tried again. */
    WITHDRAWN;

    @Override
    public Set<InterceptionState> next() {
        return switch (this) {
            case OFFERED -> EnumSet.of(ASKED, WITHDRAWN);
            case ASKED -> EnumSet.of(DONE, REFUSED);
            case REFUSED, WITHDRAWN -> EnumSet.of(OFFERED, ASKED);
            case DONE -> EnumSet.noneOf(InterceptionState.class);
        };
    }

    boolean isOpen() {
        return this == OFFERED || this == ASKED;
    }
}
