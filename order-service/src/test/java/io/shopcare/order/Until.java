package io.shopcare.order;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
public final class Until {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Until() {}

    /** What is asked for, once it fits; fails after 20 s with what there was last. */
    public static <T> T it(Supplier<T> ask, Predicate<T> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = ask.get();
            if (fits.test(answer))
                return answer;
            if (System.nanoTime() > end)
                throw new AssertionError("still " + answer);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
