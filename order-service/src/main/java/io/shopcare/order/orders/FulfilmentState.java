package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far an order is carried out (履约). */
public enum FulfilmentState implements FacetState<FulfilmentState> {
    /** Not approved yet. */
    NOT_STARTED,
    /** Approved; nothing has left. */
    AWAITING,
    /** Some units have left. */
    PARTLY_SHIPPED,
    /** Nothing is left to ship. */
    SHIPPED,
    /** All of it reached the address. */
    DELIVERED,
    /** The buyer, or the deadline, confirmed it. */
    RECEIVED,
    /** The sale is over. */
    COMPLETED,
    /** It will not be carried out. */
    CANCELLED;

    @Override
    public Set<FulfilmentState> next() {
        return switch (this) {
            case NOT_STARTED -> EnumSet.of(AWAITING, CANCELLED);
            case AWAITING -> EnumSet.of(PARTLY_SHIPPED, SHIPPED, CANCELLED);
            case PARTLY_SHIPPED -> EnumSet.of(SHIPPED, CANCELLED);
            case SHIPPED -> EnumSet.of(DELIVERED, RECEIVED, CANCELLED); // stopped on its way, or returned to us
            case DELIVERED -> EnumSet.of(RECEIVED, CANCELLED); // collected from the locker by nobody
            case RECEIVED -> EnumSet.of(COMPLETED);
            case CANCELLED -> EnumSet.of(NOT_STARTED); // closed unpaid, and its money came late
            case COMPLETED -> EnumSet.noneOf(FulfilmentState.class);
        };
    }
}
