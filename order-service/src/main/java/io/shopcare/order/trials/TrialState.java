package io.shopcare.order.trials;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far a trial is. */
public enum TrialState implements FacetState<TrialState> {
    /** Orders are looked at, a batch at a time. */
    RUNNING,
    /** All of the window have been. */
    FINISHED;

    @Override
    public Set<TrialState> next() {
        return this == RUNNING ? EnumSet.of(FINISHED) : EnumSet.noneOf(TrialState.class);
    }
}
