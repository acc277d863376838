package io.shopcare.platform.events;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.parking.Failures;
import io.shopcare.platform.store.AggregateType;

/**
 * The aggregates that one worker of the relay publishes. Those that wait at the same moment are read and sent together:
 * the more there is to do, the less each costs. What a writer has just written, and follows on what was sent last, is
 * not even read.
 */
final class RelayLane {
    /** How many aggregates are worked on together. */
    static final int AT_ONCE = 100;
    private static final Logger log = LoggerFactory.getLogger(RelayLane.class);
    private static final long LOOK_UP_MILLIS = 100;
    /** While more than so many wait, the broker is away: their entries are in the database, and need not be here too. */
    private static final int MOST_KNOWN = 1_000;
    /** Of so many aggregates it is known what was sent last. */
    private static final int MOST_SENT = 10_000;

    private final Outbox outbox;
    private final EventSender sender;
    private final RelayMeter meter;
    private final Acknowledged acknowledged;
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Map<Task, Told> queued = new ConcurrentHashMap<>();
    private final Map<Task, Long> sent = Collections.synchronizedMap(new LastSent());
    private final AtomicLong published = new AtomicLong();
    private volatile boolean isBusy;

    private record Task(AggregateType<?> type, String id) {}

    /** What writers told of. @param entries none where nobody did; @param isAll whether nothing waited before them */
    private record Told(List<Document> entries, boolean isAll) {
        static final Told NOTHING = new Told(List.of(), false);

        Told and(Told more) {
            return !entries.isEmpty() && more.followsOn(Outbox.number(entries.getLast()))
                    ? new Told(Stream.concat(entries.stream(), more.entries.stream()).toList(), isAll)
                    : NOTHING;
        }

        boolean followsOn(long number) {
            return !entries.isEmpty() && Outbox.number(entries.getFirst()) == number + 1;
        }
    }

    /** The last entry sent of each aggregate, as far as remembered; only this lane's worker asks. */
    private static final class LastSent extends LinkedHashMap<Task, Long> {
        private static final long serialVersionUID = 1;

        LastSent() {
            super(16, 0.75f, true); // the one that nobody asked for longest goes first
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Task, Long> eldest) {
            return size() > MOST_SENT;
        }
    }

    RelayLane(Outbox outbox, EventSender sender, RelayMeter meter, Acknowledged acknowledged) {
        this.outbox = outbox;
        this.sender = sender;
        this.meter = meter;
        this.acknowledged = acknowledged;
    }

    void add(AggregateType<?> type, String id) {
        add(new Task(type, id), Told.NOTHING);
    }

    /**
     * @param written       what its writer has just written
     * @param nothingBefore whether all that was written before is out
     */
    void add(AggregateType<?> type, String id, List<Document> written, boolean nothingBefore) {
        add(new Task(type, id), queue.size() < MOST_KNOWN ? new Told(written, nothingBefore) : Told.NOTHING);
    }

    private void add(Task task, Told told) {
        if (queued.putIfAbsent(task, told) == null)
            queue.add(task);
        else if (queued.computeIfPresent(task, (same, before) -> before.and(told)) == null) // it is being worked on since
            add(task, told);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Whether nothing is queued or being worked on. */
    boolean isThrough() {
        return queued.isEmpty() && !isBusy;
    }

    /** How often something was published so far. */
    long published() {
        return published.get();
    }

    void clear() {
        queue.clear();
        queued.clear();
        sent.clear();
    }

    /** Publishes what waits now, if there is something or comes soon. */
    void turn() throws InterruptedException {
        var first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null)
            return;
        isBusy = true;
        try {
            var tasks = new ArrayList<>(List.of(first));
            queue.drainTo(tasks, AT_ONCE - 1);
            var byType = new LinkedHashMap<AggregateType<?>, Map<String, Told>>();
            for (var task : tasks) {
                var told = queued.remove(task); // whoever is woken from here on is looked at again
                byType.computeIfAbsent(task.type(), type -> new LinkedHashMap<>()).put(task.id(),
                        told == null ? Told.NOTHING : told);
            }
            for (var told : byType.entrySet())
                relay(told.getKey(), told.getValue());
        } finally {
            isBusy = false;
        }
    }

    /** One that can't be published would take all the others with it: whose fault it is shows when each goes alone. */
    private void relay(AggregateType<?> type, Map<String, Told> told) throws InterruptedException {
        try {
            together(type, told);
        } catch (RuntimeException e) {
            meter.failed();
            if (told.size() == 1 || Failures.areAround(e))
                log.warn("{} outboxes of {} were left to the next sweep", told.size(), type.name(), e);
            else
                for (var id : told.keySet())
                    relay(type, Map.of(id, Told.NOTHING));
        }
    }

    private void together(AggregateType<?> type, Map<String, Told> told) throws InterruptedException {
        var pending = new LinkedHashMap<String, List<Document>>();
        var unknown = new LinkedHashSet<String>();
        told.forEach((id, it) -> {
            if (!it.entries().isEmpty() && (it.isAll() || it.followsOn(sentOf(type, id))))
                pending.put(id, it.entries());
            else
                unknown.add(id);
        });
        if (!unknown.isEmpty())
            pending.putAll(read(type, unknown));
        if (pending.isEmpty())
            return;
        pending.replaceAll((id, entries) -> entries.subList(0, Math.min(entries.size(), Outbox.OF_ONE)));
        var done = sender.send(type, pending);
        published.addAndGet(done.size());
        pending.forEach((id, entries) -> {
            var last = done.get(id);
            if (last != null) {
                sent.put(new Task(type, id), last);
                acknowledged.add(type, id, entries.stream().filter(entry -> Outbox.number(entry) <= last).toList(),
                        unknown.contains(id));
            }
            whatIsLeft(type, id, entries, last);
        });
    }

    /** What waits in the database, but for what was sent and is about to be cleared. */
    private Map<String, List<Document>> read(AggregateType<?> type, Set<String> ids) {
        var taken = acknowledged.of(type, ids);
        int most = taken.values().stream().mapToInt(List::size).max().orElse(0);
        var pending = outbox.pending(type, ids, Outbox.OF_ONE + most);
        var empty = ids.stream().filter(id -> !pending.containsKey(id)).toList();
        if (!empty.isEmpty())
            outbox.unmark(type, empty);
        taken.forEach((id, entries) -> pending.computeIfPresent(id,
                (same, all) -> Acknowledged.after(Outbox.number(entries.getLast()), all)));
        return pending;
    }

    private long sentOf(AggregateType<?> type, String id) {
        return sent.getOrDefault(new Task(type, id), 0L);
    }

    private void whatIsLeft(AggregateType<?> type, String id, List<Document> entries, @Nullable Long done) {
        if (done == null || done < Outbox.number(entries.getLast()))
            meter.failed();
        else if (entries.size() == Outbox.OF_ONE)
            add(type, id);
    }
}
