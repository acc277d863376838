package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** What became of a promise on an order. */
public enum PromiseState implements FacetState<PromiseState> {
    /** To be kept. */
    OPEN,
    /** Ticked at its stage, or by the facts. */
    KEPT,
    /** It can't be kept any more. */
    BROKEN,
    /** Set aside by a person, with a reason. */
    WAIVED;

    @Override
    public Set<PromiseState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(KEPT, BROKEN, WAIVED);
            case KEPT, BROKEN, WAIVED -> EnumSet.noneOf(PromiseState.class);
        };
    }
}
