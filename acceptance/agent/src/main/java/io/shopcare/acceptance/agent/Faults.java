package io.shopcare.acceptance.agent;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** What the woven code calls, and what is armed at the moment. */
public final class Faults {
    private static final Map<Point, AtomicLong> PASSAGES = new EnumMap<>(Point.class);
    private static volatile @Nullable Trap trap;
    private static volatile Deliveries deliveries = Deliveries.ONCE;
    private static volatile Duration shift = Duration.ZERO;

    static {
        for (var point : Point.values())
            PASSAGES.put(point, new AtomicLong());
    }

    /** At which passage from now of which point, which signal. */
    private record Trap(Point point, AtomicLong left, Signals signal) {}

    private Faults() {}

    /** A point is passed; the process may end here. */
    public static void passing(String code) {
        var point = Point.of(code);
        PASSAGES.getOrDefault(point, new AtomicLong()).incrementAndGet();
        var armed = trap;
        if (armed != null && armed.point() == point && armed.left().decrementAndGet() == 0) {
            trap = null;
            armed.signal().strike();
        }
    }

    /** The clock, as it is shifted at every moment. */
    public static Clock clock(Clock real) {
        return new ShiftedClock(real, () -> shift);
    }

    /** What was polled, as it is to be delivered. */
    public static <K, V> ConsumerRecords<K, V> poll(ConsumerRecords<K, V> polled) {
        return deliveries.of(polled);
    }

    static void arm(Signals signal, Point point, long passage) {
        trap = new Trap(point, new AtomicLong(passage), signal);
    }

    static void disarm() {
        trap = null;
        deliveries = Deliveries.ONCE;
        shift = Duration.ZERO;
    }

    static void deliver(Deliveries next) {
        deliveries = next;
    }

    static void shift(Duration next) {
        shift = next;
    }

    static String passages() {
        return PASSAGES.entrySet().stream().map(entry -> entry.getKey().code() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
