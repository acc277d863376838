package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each took, and what went wrong; written by many at once. */
final class Recorder {
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();
    private static final int DIGITS = 3;

    private final Histogram taken = new ConcurrentHistogram(1, LONGEST, DIGITS);
    private final LongAdder sum = new LongAdder();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

    void took(long nanos) {
        taken.recordValue(Math.clamp(nanos, 1, LONGEST));
        sum.add(nanos);
    }

    void failed(String why) {
        errors.computeIfAbsent(why, _ -> new LongAdder()).increment();
    }

    long done() {
        return taken.getTotalCount();
    }

    double meanMillis() {
        long done = done();
        return done == 0 ? 0 : sum.sum() / 1e6 / done;
    }

    Times times() {
        var still = taken.copy(); // somebody may be writing
        return new Times(millis(still, 50), millis(still, 90), millis(still, 99), still.getMaxValue() / 1e6);
    }

    private static double millis(Histogram taken, double percentile) {
        return taken.getValueAtPercentile(percentile) / 1e6;
    }

    /** How often what went wrong. */
    Map<String, Long> errors() {
        var counts = new TreeMap<String, Long>();
        errors.forEach((why, count) -> counts.put(why, count.sum()));
        return counts;
    }

    /** In milliseconds; within a thousandth. */
    record Times(double p50, double p90, double p99, double max) {}
}
