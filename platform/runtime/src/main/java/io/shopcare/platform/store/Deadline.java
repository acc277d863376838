package io.shopcare.platform.store;

import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A moment at which something has to happen to an aggregate if nothing came before it. When it is due follows from the
 * state alone, and is written with it: no way through the code can forget to set it, to move it or to take it away.
 *
 * @param name in the audit trail too, for example {@code unpaid-close}
 * @param at   when it is due for this state; null when it is not
 * @param then decides what happens; null where it takes more than a decision, and a handler does it
 * @param <A>  the aggregate
 */
public record Deadline<A>(String name, Function<A, @Nullable Instant> at, @Nullable Firing<A> then) {

    /** What the aggregate decides when a deadline has passed. */
    @FunctionalInterface
    public interface Firing<A> {
        /** Asked once its time has come; the next state must no longer be due, else it is asked again later. */
        Decision<A> fire(A aggregate, Instant now);
    }

    /** A deadline that the aggregate itself answers, by one decision: it happens once. */
    public static <A> Deadline<A> decided(String name, Function<A, @Nullable Instant> at, Firing<A> then) {
        return new Deadline<>(name, at, then);
    }

    /**
     * A deadline whose answer asks others first (a provider, another aggregate), by a
     * {@link io.shopcare.platform.deadlines.DeadlineHandler}. The handler runs at least once; what it brings about is
     * decided by the aggregate.
     */
    public static <A> Deadline<A> handled(String name, Function<A, @Nullable Instant> at) {
        return new Deadline<>(name, at, null);
    }

    /** Whether it has passed for this state. */
    public boolean isDue(A aggregate, Instant now) {
        var due = at.apply(aggregate);
        return due != null && !due.isAfter(now);
    }
}
