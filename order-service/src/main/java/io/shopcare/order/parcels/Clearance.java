package io.shopcare.order.parcels;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** Whether anything stands in the way of a parcel; beside its stage, which it leaves alone. */
public enum Clearance implements FacetState<Clearance> {
    /** Nothing does. */
    CLEAR,
    /** One of its orders is on hold: nobody works on it. */
    HELD_BACK,
    /** The hold, or the cancellation, came when it had left: it is to be intercepted. */
    INTERCEPTING;

    @Override
    public Set<Clearance> next() {
        return switch (this) {
            case CLEAR -> EnumSet.of(HELD_BACK, INTERCEPTING);
            case HELD_BACK, INTERCEPTING -> EnumSet.of(CLEAR);
        };
    }
}
