package io.shopcare.order.stock;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far a transfer between two warehouses is. */
public enum TransferState implements FacetState<TransferState> {
    /** The units are about to leave the first warehouse. */
    ASKED,
    /** Too few were free there. */
    REFUSED,
    /** They left the first, and are about to be in the second. */
    LEFT,
    /** They are there. */
    ARRIVED;

    @Override
    public Set<TransferState> next() {
        return switch (this) {
            case ASKED -> EnumSet.of(REFUSED, LEFT);
            case LEFT -> EnumSet.of(ARRIVED);
            case REFUSED, ARRIVED -> EnumSet.noneOf(TransferState.class);
        };
    }
}
