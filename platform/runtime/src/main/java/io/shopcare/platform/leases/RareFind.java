package io.shopcare.platform.leases;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A look for what is hardly ever there, made at each round while it finds something, or while something is expected;
 * else at one round of ten. One thread makes the rounds.
 *
 * @param <T> what is found
 */
public final class RareFind<T> {
    private static final int ROUNDS = 10;

    private final AtomicBoolean isExpected = new AtomicBoolean(true);
    private int rounds;

    /** From any thread: the next round looks. */
    public void expect() {
        isExpected.set(true);
    }

    /** What is found in this round; nothing in one that does not look. A look that fails is made again at the next round. */
    public List<T> round(Supplier<List<T>> look) {
        rounds++;
        if (!isExpected.getAndSet(false) && rounds < ROUNDS)
            return List.of();
        rounds = 0;
        try {
            var found = look.get();
            if (!found.isEmpty())
                expect();
            return found;
        } catch (RuntimeException e) {
            expect();
            throw e;
        }
    }
}
