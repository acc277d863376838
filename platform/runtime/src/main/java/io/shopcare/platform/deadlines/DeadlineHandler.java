package io.shopcare.platform.deadlines;

import java.time.Instant;

import io.shopcare.platform.store.AggregateType;

/**
 * Answers a deadline where that takes more than a decision of the aggregate: it asks a provider, or another aggregate,
 * and then lets the aggregate decide. It may be called again for the same deadline (two instances, a kill in between),
 * and is called again later when the deadline is still there after it.
 */
public record DeadlineHandler(String aggregate, String deadline, Action action) {

    /** What is done about one aggregate. */
    @FunctionalInterface
    public interface Action {
        /** @param now by which it is due; a handler that looks whether it still is goes by this and no other clock */
        void answer(String id, Instant now);
    }

    /** The handler of a type's deadline. */
    public static DeadlineHandler of(AggregateType<?> type, String deadline, Action action) {
        return new DeadlineHandler(type.name(), deadline, action);
    }
}
