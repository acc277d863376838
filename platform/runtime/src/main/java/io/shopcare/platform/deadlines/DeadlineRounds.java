package io.shopcare.platform.deadlines;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.mongodb.MongoInterruptedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.leases.Leases;
import io.shopcare.platform.leases.RareFind;
import io.shopcare.platform.store.Deadlines;
import io.shopcare.platform.store.Deadlines.Due;

/** Looks again and again for what is due of one aggregate type, in the shards that this instance holds. */
final class DeadlineRounds {
    private static final Logger log = LoggerFactory.getLogger(DeadlineRounds.class);
    private static final int AT_ONCE = 200;
    private static final int COUNTED = 1_000;

    private final String type;
    private final Deadlines deadlines;
    private final FireDeadline<?> fire;
    private final Leases leases;
    private final DeadlineSettings settings;
    private final DeadlineMeter meter;
    private final AgreedTime time;
    private final Semaphore room;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final RareFind<Instant> late = new RareFind<>();
    private List<Integer> shardsBefore = List.of();

    DeadlineRounds(String type, Deadlines deadlines, FireDeadline<?> fire, Leases leases, DeadlineSettings settings,
            DeadlineMeter meter, AgreedTime time) {
        this.type = type;
        this.deadlines = deadlines;
        this.fire = fire;
        this.leases = leases;
        this.settings = settings;
        this.meter = meter;
        this.time = time;
        this.room = new Semaphore(settings.workers());
    }

    /** Looks until it is interrupted; what fails waits for the next round. */
    void run() {
        try {
            while (true) {
                Thread.sleep(settings.lookEvery());
                safely();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what is under way, so that a program that stops finishes it. */
    void finish() throws InterruptedException {
        if (room.tryAcquire(settings.workers(), 10, TimeUnit.SECONDS))
            room.release(settings.workers());
    }

    /** One round: all that is due. */
    void round() throws InterruptedException {
        var shards = leases.held();
        if (shards.isEmpty())
            return;
        List<Due> due;
        do {
            due = deadlines.due(shards, time.now(), AT_ONCE);
            meter.waiting(late(shards), due.stream().map(Due::at).min(Comparator.<Instant>naturalOrder()));
            answer(due);
        } while (due.size() >= AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    /** What is late in shards that others had until now is told at once. */
    private List<Instant> late(List<Integer> shards) {
        if (!shards.equals(shardsBefore))
            late.expect();
        shardsBefore = shards;
        return late.round(() -> deadlines.late(shards, COUNTED));
    }

    private void answer(List<Due> due) throws InterruptedException {
        var byAggregate = due.stream().collect(Collectors.groupingBy(Due::id));
        for (var of : byAggregate.entrySet()) {
            if (!underWay.add(of.getKey()))
                continue;
            room.acquire();
            Thread.ofVirtual().name("deadline").start(() -> {
                try {
                    of.getValue().forEach(this::fire);
                } catch (RuntimeException e) {
                    log.warn("a deadline of {} {} waits for the next round", type, of.getKey(), e);
                } finally {
                    underWay.remove(of.getKey());
                    room.release();
                }
            });
        }
    }

    private void fire(Due one) {
        boolean isAnswered = fire.fire(one);
        meter.fired(one.name(), isAnswered);
        if (!isAnswered)
            late.expect();
    }

    private void safely() throws InterruptedException {
        try {
            round();
        } catch (MongoInterruptedException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        } catch (RuntimeException e) {
            log.warn("deadlines of {} wait for the next round: {}", type, e.toString());
        }
    }
}
