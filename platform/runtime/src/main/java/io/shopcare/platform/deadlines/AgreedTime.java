package io.shopcare.platform.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time by which deadlines are due: this program's clock, unless it is too far from the database's, which all instances
 * share. So an instance whose clock is wrong fires nothing early, and nothing late; nor does one whose clock is set right
 * between two looks at the database, for a clock that leaps away from the stopwatch is compared again at once.
 */
final class AgreedTime {
    private static final Logger log = LoggerFactory.getLogger(AgreedTime.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Clock own;
    private final Supplier<Instant> databases;
    private final Duration tolerance;
    private final LongSupplier stopwatch;
    private volatile @Nullable Look last;

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
        var look = last;
        var here = own.instant();
        if (look == null || look.age(stopwatch.getAsLong()).compareTo(EVERY) > 0 || hasLeapt(look, here)) {
            look = measure(look);
            here = look.here();
        }
        return here.plus(look.correction());
    }

    /** How far this program's clock is ahead of the database's, where it is more than tolerable; in seconds. */
    double ahead() {
        var look = last;
        return look == null ? 0 : -look.correction().toMillis() / 1000.0;
    }

    private boolean hasLeapt(Look looked, Instant here) {
        var leap = Duration.between(looked.here(), here).minus(looked.age(stopwatch.getAsLong()));
        return leap.abs().compareTo(tolerance) > 0;
    }

    private Look measure(@Nullable Look before) {
        var here = own.instant();
        long at = stopwatch.getAsLong();
        var difference = Duration.between(here, databases.get());
        var correction = difference.abs().compareTo(tolerance) > 0 ? difference : Duration.ZERO;
        if (!correction.isZero() && (before == null || before.correction().isZero()))
            log.error("this program's clock is {} s ahead of the database's; deadlines go by the database's",
                    -difference.toSeconds());
        var look = new Look(here, at, correction);
        last = look;
        return look;
    }

    /** What this program's clock and the stopwatch said when the database was asked, and how far the former is off. */
    private record Look(Instant here, long at, Duration correction) {
        Duration age(long stopwatch) {
            return Duration.ofNanos(stopwatch - at);
        }
    }
}
