package io.shopcare.order.promises;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Promise;

/**
 * What is known of one conversation: the promises made in it.
 *
 * @param buyer null before its first promise
 */
record PromisesOfConversation(@Nullable Buyer buyer, List<Made> made) {
    static final PromisesOfConversation UNKNOWN = new PromisesOfConversation(null, List.of());

    /** @param orderId that it was made for; null for the next order */
    record Made(Promise promise, @Nullable String orderId, Instant at) {}

    PromisesOfConversation {
        made = List.copyOf(made);
    }

    PromisesOfConversation with(Buyer who, Made more) {
        boolean known = made.stream().anyMatch(one -> one.promise().promiseId().equals(more.promise().promiseId()));
        return known ? this : new PromisesOfConversation(who, Stream.concat(made.stream(), Stream.of(more)).toList());
    }
}
