package io.shopcare.platform.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * pulled together, in as many commands as one of them would take: the more there is to do, the less each costs.
 */
final class RelayLane {
    /** How many aggregates are worked on together. */
    static final int AT_ONCE = 100;
    private static final Logger log = LoggerFactory.getLogger(RelayLane.class);
    private static final long LOOK_UP_MILLIS = 100;

    private record Task(AggregateType<?> type, String id) {}

    private final Outbox outbox;
    private final EventSender sender;
    private final RelayMeter meter;
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Set<Task> queued = ConcurrentHashMap.newKeySet();
    private final AtomicLong published = new AtomicLong();

    RelayLane(Outbox outbox, EventSender sender, RelayMeter meter) {
        this.outbox = outbox;
        this.sender = sender;
        this.meter = meter;
    }

    void add(AggregateType<?> type, String id) {
        var task = new Task(type, id);
        if (queued.add(task))
            queue.add(task);
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
        tasks.forEach(queued::remove); // whoever is woken from here on is looked at again
        var byType = new LinkedHashMap<AggregateType<?>, List<String>>();
        tasks.forEach(task -> byType.computeIfAbsent(task.type(), type -> new ArrayList<>()).add(task.id()));
        for (var ids : byType.entrySet())
            relay(ids.getKey(), ids.getValue());
    }

    /** One that can't be published would take all the others with it: whose fault it is shows when each goes alone. */
    private void relay(AggregateType<?> type, List<String> ids) throws InterruptedException {
        try {
            together(type, ids);
        } catch (RuntimeException e) {
            meter.failed();
            if (ids.size() == 1 || Failures.areAround(e))
                log.warn("{} outboxes of {} were left to the next sweep", ids.size(), type.name(), e);
            else
                for (var id : ids)
                    relay(type, List.of(id));
        }
    }

    private void together(AggregateType<?> type, Collection<String> ids) throws InterruptedException {
        var pending = outbox.pending(type, ids);
        var empty = ids.stream().filter(id -> !pending.containsKey(id)).toList();
        if (!empty.isEmpty())
            outbox.unmark(type, empty);
        if (pending.isEmpty())
            return;
        outbox.file(pending.values().stream().flatMap(List::stream).toList());
        var done = sender.send(type, pending);
        if (!done.isEmpty())
            outbox.pull(type, done);
        published.addAndGet(done.size());
        pending.forEach((id, entries) -> whatIsLeft(type, id, entries, done));
    }

    private void whatIsLeft(AggregateType<?> type, String id, List<Document> entries, Map<String, Long> done) {
        var last = done.get(id);
        if (last == null || last < Outbox.number(entries.getLast()))
            meter.failed();
        else if (entries.size() == Outbox.OF_ONE)
            add(type, id);
    }
}
