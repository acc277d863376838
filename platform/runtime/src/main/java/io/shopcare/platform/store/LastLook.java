package io.shopcare.platform.store;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a thread has just read of one store: whoever looks at an aggregate (whose is it, may they?) mostly decides on it
 * next, and need not read it again. It is taken once, and only as a guess: it may be written on, since the write asks
 * whether it still is so, but nobody is refused by it.
 */
final class LastLook<A> {
    private static final long FRESH = Duration.ofMillis(200).toNanos();

    private final ThreadLocal<@Nullable Look<A>> last = new ThreadLocal<>();

    /** An aggregate and the document it was read from. */
    record Look<A>(Envelope envelope, A aggregate, long at) {
        /** The later one of two. */
        Look<A> or(Look<A> other) {
            return other.envelope.version() > envelope.version() ? other : this;
        }
    }

    Stored<A> keep(Envelope envelope, Class<A> type) {
        var stored = envelope.stored(type);
        last.set(new Look<>(envelope, stored.aggregate(), System.nanoTime()));
        return stored;
    }

    Optional<Look<A>> take(String id) {
        var look = last.get();
        last.remove();
        return Optional.ofNullable(look).filter(it -> it.envelope().id().equals(id))
                .filter(it -> System.nanoTime() - it.at() < FRESH);
    }
}
