package io.shopcare.platform.deadlines;

import java.util.function.Consumer;

import io.shopcare.platform.store.AggregateType;

/**
 * Answers a deadline where that takes more than a decision of the aggregate: it asks a provider, or another aggregate,
 * and then lets the aggregate decide. It may be called again for the same deadline (two instances, a kill in between),
 * and is called again later when the deadline is still there after it.
 *
 * @param action is given the id of the aggregate
 */
public record DeadlineHandler(String aggregate, String deadline, Consumer<String> action) {

    /** The handler of a type's deadline. */
    public static DeadlineHandler of(AggregateType<?> type, String deadline, Consumer<String> action) {
        return new DeadlineHandler(type.name(), deadline, action);
    }
}
