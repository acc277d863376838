package io.shopcare.order.rules;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** Where a version of a shop's rules stands. */
public enum RuleSetState implements FacetState<RuleSetState> {
    /** Written, and tried perhaps; no order was looked at by it. */
    DRAFT,
    /** Every order is looked at by it. */
    ACTIVE,
    /** Another took its place; it may be taken up again. */
    RETIRED;

    @Override
    public Set<RuleSetState> next() {
        return switch (this) {
            case DRAFT, RETIRED -> EnumSet.of(ACTIVE);
            case ACTIVE -> EnumSet.of(RETIRED);
        };
    }
}
