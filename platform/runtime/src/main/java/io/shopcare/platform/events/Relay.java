package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import io.shopcare.platform.leases.Leases;
import io.shopcare.platform.leases.RareFind;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.RelaySignal;

/**
 * Takes entries from the aggregates' outboxes: publishes what is an event, and only after the broker has acknowledged
 * files and pulls them, a little later and many together. One aggregate is always worked on by one worker of this program; a second program on the same
 * aggregate does no harm, since consumers go by sequence. What this program wrote it publishes itself; what no signal
 * told of is swept by whoever holds the lease of its shard. An error leaves that aggregate to the next sweep and stops
 * no other.
 */
final class Relay implements RelaySignal, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final int SWEEP_SIZE = 500;
    private static final Duration LANES_ARE_LOOKED_AT = Duration.ofMillis(10);
    private static final Duration WRONG_CLOCK = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final EventSettings settings;
    private final Leases leases;
    private final Clock clock;
    private final RelayMeter meter;
    private final Acknowledged acknowledged;
    private final List<RelayLane> lanes;
    private final List<Thread> threads = new ArrayList<>();
    private Thread sweeper = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;
    private volatile AggregateStores stores;
    /** What a wrong clock has marked; only the sweeper asks, as for what the last sweep found. */
    private final Map<AggregateType<?>, RareFind<String>> fromTheFuture = new HashMap<>();
    private final Map<AggregateType<?>, List<String>> swept = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // the stores signal this relay, so they come after it
    Relay(Outbox outbox, EventSender sender, EventSettings settings, Leases leases, Clock clock, RelayMeter meter) {
        this.outbox = outbox;
        this.settings = settings;
        this.leases = leases;
        this.clock = clock;
        this.meter = meter;
        this.acknowledged = new Acknowledged(outbox, meter, clock);
        this.lanes = Stream.generate(() -> new RelayLane(outbox, sender, meter, acknowledged))
                .limit(settings.workers()).toList();
    }

    void sweeping(AggregateStores all) {
        this.stores = all;
    }

    @Override
    public void wake(AggregateType<?> type, String id) {
        if (running)
            laneOf(id).add(type, id);
    }

    @Override
    public void wake(AggregateType<?> type, String id, List<Document> written, boolean nothingBefore) {
        if (running)
            laneOf(id).add(type, id, written, nothingBefore);
    }

    private RelayLane laneOf(String id) {
        return lanes.get(Math.floorMod(id.hashCode(), lanes.size()));
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var lane : lanes)
            threads.add(Thread.ofVirtual().name("relay-" + threads.size()).start(() -> work(lane)));
        threads.add(Thread.ofVirtual().name("relay-clears").start(this::clear));
        sweeper = Thread.ofVirtual().name("relay-sweep").start(this::sweep);
    }

    /**
     * Publishes what it was told of before requests and listeners stopped, as far as the broker answers in time; what is
     * left waits in the database for the next start.
     */
    @Override
    public synchronized void stop() {
        running = false;
        sweeper.interrupt();
        try {
            long end = System.nanoTime() + settings.acknowledgeWithin().toNanos();
            for (var thread : threads)
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        lanes.forEach(RelayLane::clear);
        acknowledged.forget();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StopOrder.RELAY;
    }

    private void work(RelayLane lane) {
        while (running || !lane.isEmpty()) {
            try {
                lane.turn();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The lanes are through before: what they publish when everything stops is cleared too. */
    private void clear() {
        while (running || !areThrough()) {
            try {
                acknowledged.turn();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean areThrough() {
        return lanes.stream().allMatch(RelayLane::isThrough) && acknowledged.isEmpty();
    }

    private void sweep() {
        while (running) {
            try {
                boolean isMore = sweepAll();
                while (running && isMore && areThroughWithSome())
                    isMore = sweepAll();
            } catch (InterruptedException e) {
                return;
            } catch (MongoException e) {
                log.warn("the sweep of the outbox could not read: {}", e.toString());
            }
            if (!isTimeForTheNext())
                return;
        }
    }

    private boolean isTimeForTheNext() {
        try {
            Thread.sleep(settings.sweepEvery());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** @return whether there is more */
    private boolean sweepAll() {
        boolean isMore = false;
        if (stores != null)
            for (var type : stores.types())
                isMore |= sweep(type) >= SWEEP_SIZE;
        return isMore;
    }

    /**
     * Waits until the lanes have tried all that they were told of, and what was swept is cleared, but no longer than until
     * the next sweep would be: others write on all the while, and one may be there that can't be filed.
     *
     * @return false when nothing came of it
     */
    private boolean areThroughWithSome() throws InterruptedException {
        long before = published();
        long began = System.nanoTime();
        while (running && isUnderWay() && System.nanoTime() - began < settings.sweepEvery().toNanos())
            Thread.sleep(LANES_ARE_LOOKED_AT);
        return published() > before;
    }

    private boolean isUnderWay() {
        return !lanes.stream().allMatch(RelayLane::isEmpty)
                || swept.entrySet().stream().anyMatch(of -> !acknowledged.of(of.getKey(), of.getValue()).isEmpty());
    }

    private long published() {
        return lanes.stream().mapToLong(RelayLane::published).sum();
    }

    private int sweep(AggregateType<?> type) {
        var shards = leases.held();
        if (shards.isEmpty())
            return 0;
        var now = clock.instant();
        var waiting = outbox.waiting(type, shards, now.minus(settings.sweepEvery()), SWEEP_SIZE);
        waiting.addAll(fromTheFuture.computeIfAbsent(type, every -> new RareFind<>())
                .round(() -> outbox.waitingSinceTheFuture(type, shards, now.plus(WRONG_CLOCK), SWEEP_SIZE)));
        meter.waiting(type.name(), waiting.size());
        swept.put(type, waiting);
        waiting.forEach(id -> wake(type, id));
        return waiting.size();
    }
}
