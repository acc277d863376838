package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.parking.Failures;
import io.shopcare.platform.store.AggregateType;

/**
 * What the broker has taken and the outboxes still hold. It rests for a moment, so that the entries of many aggregates,
 * and the many of one, are filed and pulled by a few commands. Whoever dies meanwhile publishes them again after the
 * start: consumers go by sequence.
 */
final class Acknowledged {
    /** Entries rest so long at most: time to meet others, and too short to be missed where they are filed. */
    static final Duration REST = Duration.ofMillis(100);
    /** After this time is tried again what could not be filed. */
    private static final Duration AGAIN = Duration.ofSeconds(1);
    /** How many aggregates are cleared together. */
    private static final int AT_ONCE = 200;
    private static final long LOOK_UP_MILLIS = 100;
    private static final Logger log = LoggerFactory.getLogger(Acknowledged.class);

    private final Outbox outbox;
    private final RelayMeter meter;
    private final Clock clock;
    private final Map<Key, List<Document>> waiting = new ConcurrentHashMap<>();
    private final DelayQueue<Due> order = new DelayQueue<>();

    private record Key(AggregateType<?> type, String id) {}

    /** @param at {@link System#nanoTime} */
    private record Due(Key key, long at) implements Delayed {

        /** At the next stroke, at which all others come too that are added until then. */
        static Due soon(Key key) {
            long now = System.nanoTime();
            return new Due(key, now + REST.toNanos() - Math.floorMod(now, REST.toNanos()));
        }

        static Due now(Key key) {
            return new Due(key, System.nanoTime());
        }

        static Due later(Key key) {
            return new Due(key, System.nanoTime() + AGAIN.toNanos());
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at - ((Due) other).at, 0);
        }
    }

    Acknowledged(Outbox outbox, RelayMeter meter, Clock clock) {
        this.outbox = outbox;
        this.meter = meter;
        this.clock = clock;
    }

    /**
     * @param entries of one aggregate, in order
     * @param shared  whether others write it too: what rests here they would send again
     */
    void add(AggregateType<?> type, String id, List<Document> entries, boolean shared) {
        var key = new Key(type, id);
        var now = waiting.merge(key, entries, Acknowledged::followed);
        if (shared)
            order.add(Due.now(key));
        else if (now.size() == entries.size()) // it may be due twice, but never not at all
            order.add(Due.soon(key));
    }

    /** Who was told late may have sent again what rests already. */
    private static List<Document> followed(List<Document> before, List<Document> more) {
        var newer = after(Outbox.number(before.getLast()), more);
        return newer == null ? before : Stream.concat(before.stream(), newer.stream()).toList();
    }

    /** Those behind a number; null when there are none. */
    static @Nullable List<Document> after(long number, List<Document> entries) {
        var left = entries.stream().filter(entry -> Outbox.number(entry) > number).toList();
        return left.isEmpty() ? null : left;
    }

    /** What rests of these, in order; nothing of those of which nothing does. */
    Map<String, List<Document>> of(AggregateType<?> type, Collection<String> ids) {
        var found = new LinkedHashMap<String, List<Document>>();
        for (var id : ids) {
            var entries = waiting.get(new Key(type, id));
            if (entries != null)
                found.put(id, entries);
        }
        return found;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void forget() {
        order.clear();
        waiting.clear();
    }

    /** Clears what has rested, if something has or will have soon. */
    void turn() throws InterruptedException {
        var first = order.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null)
            return;
        var due = new ArrayList<>(List.of(first));
        order.drainTo(due, AT_ONCE - 1);
        var rested = new LinkedHashMap<Key, List<Document>>();
        for (var one : due) {
            var entries = waiting.get(one.key());
            if (entries != null)
                rested.put(one.key(), entries);
        }
        clear(rested);
    }

    /** One that can't be filed would keep all the others: whose fault it is shows when each goes alone. */
    private void clear(Map<Key, List<Document>> rested) {
        try {
            together(rested);
        } catch (RuntimeException e) {
            meter.failed();
            if (rested.size() == 1 || Failures.areAround(e)) {
                log.warn("what the broker has taken of {} aggregates could not be filed", rested.size(), e);
                rested.keySet().forEach(key -> order.add(Due.later(key)));
            } else {
                rested.forEach((key, entries) -> clear(Map.of(key, entries)));
            }
            return;
        }
        rested.forEach(this::isCleared);
    }

    private void together(Map<Key, List<Document>> rested) {
        outbox.file(rested.values().stream().flatMap(List::stream).toList());
        var byType = new LinkedHashMap<AggregateType<?>, Map<String, Long>>();
        rested.forEach((key, entries) -> byType.computeIfAbsent(key.type(), type -> new LinkedHashMap<>())
                .put(key.id(), Outbox.number(entries.getLast())));
        var now = clock.instant();
        byType.forEach((type, upTo) -> outbox.pull(type, upTo, now));
    }

    private void isCleared(Key key, List<Document> cleared) {
        long last = Outbox.number(cleared.getLast());
        var left = waiting.computeIfPresent(key, (same, now) -> after(last, now));
        if (left != null)
            order.add(Due.soon(key));
    }
}
