package io.shopcare.platform.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.parking.Failures;
import io.shopcare.platform.store.AggregateType;

/**
 * The aggregates that one worker of the relay publishes. Those that wait at the same moment are read, filed, sent and
 * pulled together, in as many commands as one of them would take: the more there is to do, the less each costs. What the
 * writer has just written, and nothing beside, is not even read.
 */
final class RelayLane {
    /** How many aggregates are worked on together. */
    static final int AT_ONCE = 100;
    private static final Logger log = LoggerFactory.getLogger(RelayLane.class);
    private static final long LOOK_UP_MILLIS = 100;
    /** While more than so many wait, the broker is away: their entries are in the database, and need not be here too. */
    private static final int MOST_KNOWN = 1_000;
    private static final List<Document> TO_BE_READ = List.of();

    private record Task(AggregateType<?> type, String id) {}

    private final Outbox outbox;
    private final EventSender sender;
    private final RelayMeter meter;
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Map<Task, List<Document>> queued = new ConcurrentHashMap<>();
    private final AtomicLong published = new AtomicLong();

    RelayLane(Outbox outbox, EventSender sender, RelayMeter meter) {
        this.outbox = outbox;
        this.sender = sender;
        this.meter = meter;
    }

    void add(AggregateType<?> type, String id) {
        add(type, id, TO_BE_READ);
    }

    /** @param all that waits in it, as far as its writer knows */
    void add(AggregateType<?> type, String id, List<Document> all) {
        var task = new Task(type, id);
        var known = queue.size() < MOST_KNOWN ? all : TO_BE_READ;
        var before = queued.putIfAbsent(task, known);
        if (before == null)
            queue.add(task);
        else if (queued.replace(task, TO_BE_READ) == null) // it is being worked on since
            add(type, id, all);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** How often something was published so far. */
    long published() {
        return published.get();
    }

    void clear() {
        queue.clear();
        queued.clear();
    }

    /** Publishes what waits now, if there is something or comes soon. */
    void turn() throws InterruptedException {
        var first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null)
            return;
        var tasks = new ArrayList<>(List.of(first));
        queue.drainTo(tasks, AT_ONCE - 1);
        var byType = new LinkedHashMap<AggregateType<?>, Map<String, List<Document>>>();
        for (var task : tasks) {
            var known = queued.remove(task); // whoever is woken from here on is looked at again
            byType.computeIfAbsent(task.type(), type -> new LinkedHashMap<>()).put(task.id(),
                    known == null ? TO_BE_READ : known);
        }
        for (var known : byType.entrySet())
            relay(known.getKey(), known.getValue());
    }

    /** One that can't be published would take all the others with it: whose fault it is shows when each goes alone. */
    private void relay(AggregateType<?> type, Map<String, List<Document>> known) throws InterruptedException {
        try {
            together(type, known);
        } catch (RuntimeException e) {
            meter.failed();
            if (known.size() == 1 || Failures.areAround(e))
                log.warn("{} outboxes of {} were left to the next sweep", known.size(), type.name(), e);
            else
                for (var id : known.keySet())
                    relay(type, Map.of(id, TO_BE_READ));
        }
    }

    private void together(AggregateType<?> type, Map<String, List<Document>> known) throws InterruptedException {
        var pending = new LinkedHashMap<>(known);
        pending.values().removeIf(List::isEmpty);
        var unknown = known.keySet().stream().filter(id -> !pending.containsKey(id)).toList();
        if (!unknown.isEmpty())
            pending.putAll(read(type, unknown));
        if (pending.isEmpty())
            return;
        outbox.file(pending.values().stream().flatMap(List::stream).toList());
        var done = sender.send(type, pending);
        if (!done.isEmpty())
            outbox.pull(type, done);
        published.addAndGet(done.size());
        pending.forEach((id, entries) -> whatIsLeft(type, id, entries, done));
    }

    private Map<String, List<Document>> read(AggregateType<?> type, List<String> ids) {
        var pending = outbox.pending(type, ids);
        var empty = ids.stream().filter(id -> !pending.containsKey(id)).toList();
        if (!empty.isEmpty())
            outbox.unmark(type, empty);
        return pending;
    }

    private void whatIsLeft(AggregateType<?> type, String id, List<Document> entries, Map<String, Long> done) {
        var last = done.get(id);
        if (last == null || last < Outbox.number(entries.getLast()))
            meter.failed();
        else if (entries.size() == Outbox.OF_ONE)
            add(type, id);
    }
}
