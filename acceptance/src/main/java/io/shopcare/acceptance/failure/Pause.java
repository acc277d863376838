package io.shopcare.acceptance.failure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets time pass, which is what some faults are made of. */
final class Pause {
    private static final Duration LOOK = Duration.ofMillis(150);

    private Pause() {}

    static void of(Duration time) {
        until(time, () -> false);
    }

    /** Looks until something is so, or the time is up; says whether it became so. */
    static boolean until(Duration atMost, BooleanSupplier holds) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0)
                return false;
            LockSupport.parkNanos(Math.min(left, LOOK.toNanos()));
        }
        return true;
    }
}
