package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far the audit (审单) of an order is. */
public enum AuditState implements FacetState<AuditState> {
    /** Not paid yet. */
    NOT_DUE,
    /** Paid; the rules have not looked yet, or are to look again after a change. */
    WAITING,
    /** A rule wants a person to look. */
    HELD,
    /** It may be carried out. */
    APPROVED,
    /** Refused for good. */
    REJECTED;

    @Override
    public Set<AuditState> next() {
        return switch (this) {
            case NOT_DUE -> EnumSet.of(WAITING);
            case WAITING -> EnumSet.of(HELD, APPROVED);
            case HELD -> EnumSet.of(WAITING, APPROVED, REJECTED);
            case APPROVED, REJECTED -> EnumSet.noneOf(AuditState.class);
        };
    }
}
