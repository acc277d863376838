package io.shopcare.platform.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits a little longer and less predictably after every lost race, until the time is up. */
final class Race {
    private final long end;
    private long mostMicros = 500;

    Race(Duration atMost) {
        this.end = System.nanoTime() + atMost.toNanos();
    }

    boolean onceMore() {
        if (System.nanoTime() >= end)
            return false;
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(mostMicros)));
        mostMicros = Math.min(mostMicros * 2, 50_000);
        return true;
    }
}
