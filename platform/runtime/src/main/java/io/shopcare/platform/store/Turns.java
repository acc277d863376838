package io.shopcare.platform.store;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Those of one program who change the same aggregate take turns: racing each other they would read and write it in vain
 * again and again, and nobody would get on. Between programs the version in the write decides, as ever.
 */
final class Turns {
    private static final int MANY = 256;

    private final ReentrantLock[] turns = Stream.generate(() -> new ReentrantLock(true)).limit(MANY)
            .toArray(ReentrantLock[]::new);

    /** @throws ContentionException when it was not this caller's turn in time */
    <T> T take(String id, Duration atMost, Supplier<T> work) {
        var turn = turns[Math.floorMod(id.hashCode(), MANY)];
        if (!isTurn(turn, atMost))
            throw new ContentionException(id);
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private static boolean isTurn(ReentrantLock turn, Duration atMost) {
        try {
            return turn.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
