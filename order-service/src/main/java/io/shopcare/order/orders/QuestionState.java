package io.shopcare.order.orders;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** What became of a question about an order. */
public enum QuestionState implements FacetState<QuestionState> {
    /** Asked; nobody has answered yet, and the order waits for it. */
    OPEN,
    /** Nobody answered in time: the order is back in the queue. A late answer is still taken. */
    OVERDUE,
    /** Answered. */
    ANSWERED,
    /** Not needed any more: the order was decided without it. */
    WITHDRAWN;

    @Override
    public Set<QuestionState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(OVERDUE, ANSWERED, WITHDRAWN);
            case OVERDUE -> EnumSet.of(ANSWERED, WITHDRAWN);
            case ANSWERED, WITHDRAWN -> EnumSet.noneOf(QuestionState.class);
        };
    }
}
