package io.shopcare.platform.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time by which deadlines are due: this program's clock, unless it is too far from the database's, which all instances
 * share. So an instance whose clock is wrong fires nothing early, and nothing late.
 */
final class AgreedTime {
    private static final Logger log = LoggerFactory.getLogger(AgreedTime.class);
    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final Clock own;
    private final Supplier<Instant> databases;
    private final Duration tolerance;
    private final LongSupplier stopwatch;
    private volatile Duration correction = Duration.ZERO;
    private volatile long measuredAt;
    private volatile boolean measured;

    /**
     * @param databases asks the database what time it is
     * @param tolerance how far the two may be apart
     */
    AgreedTime(Clock own, Supplier<Instant> databases, Duration tolerance, LongSupplier stopwatch) {
        this.own = own;
        this.databases = databases;
        this.tolerance = tolerance;
        this.stopwatch = stopwatch;
    }

    Instant now() {
        if (!measured || stopwatch.getAsLong() - measuredAt > EVERY)
            measure();
        return own.instant().plus(correction);
    }

    /** How far this program's clock is ahead of the database's, where it is more than tolerable; in seconds. */
    double ahead() {
        return -correction.toMillis() / 1000.0;
    }

    private void measure() {
        var difference = Duration.between(own.instant(), databases.get());
        var next = difference.abs().compareTo(tolerance) > 0 ? difference : Duration.ZERO;
        if (!next.isZero() && correction.isZero())
            log.error("this program's clock is {} s ahead of the database's; deadlines go by the database's",
                    -difference.toSeconds());
        correction = next;
        measuredAt = stopwatch.getAsLong();
        measured = true;
    }
}
