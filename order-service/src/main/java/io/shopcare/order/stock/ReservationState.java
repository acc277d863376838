package io.shopcare.order.stock;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far a reservation (预留) is. */
public enum ReservationState implements FacetState<ReservationState> {
    /** Stock is being taken, line by line. */
    REQUESTED,
    /** Not all of it was there; what was taken goes back. */
    REFUSED,
    /** All of it is held; the order is about to be written. */
    HELD,
    /** Its order is there. */
    BOUND,
    /** Promised for good: the audit let the order through. */
    ALLOCATED,
    /** Free again. */
    RELEASED,
    /** All of it left. */
    SHIPPED;

    @Override
    public Set<ReservationState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(HELD, REFUSED);
            case REFUSED -> EnumSet.of(REQUESTED);
            case HELD -> EnumSet.of(BOUND, RELEASED);
            case BOUND -> EnumSet.of(ALLOCATED, RELEASED);
            case ALLOCATED -> EnumSet.of(RELEASED, SHIPPED);
            case RELEASED -> EnumSet.of(REQUESTED); // one that lapsed before its order was there, or was lost
            case SHIPPED -> EnumSet.noneOf(ReservationState.class);
        };
    }

    /** Whether it holds stock for an order. */
    public boolean holds() {
        return this == HELD || this == BOUND || this == ALLOCATED;
    }
}
