package io.shopcare.mongo;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.shopcare.mongo.command.Engine;
import io.shopcare.mongo.command.Expiry;

/** What is done time and again: expired documents deleted, forgotten cursors closed, writes that nobody waits for synced. */
final class Housekeeping implements AutoCloseable {

    private static final System.Logger log = System.getLogger(Housekeeping.class.getName());
    private static final Duration JOURNAL = Duration.ofMillis(100);

    private final Engine engine;
    private final Expiry expiry;
    private final ScheduledExecutorService executor = Executors
            .newScheduledThreadPool(2, task -> Thread.ofPlatform().daemon().name("mongo-housekeeping").unstarted(task));

    Housekeeping(Engine engine, Duration sweepEvery) {
        this.engine = engine;
        this.expiry = new Expiry(engine);
        every(sweepEvery, this::sweep);
        every(JOURNAL, engine.store()::awaitDurable);
    }

    private void every(Duration interval, Runnable task) {
        executor.scheduleWithFixedDelay(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.log(Level.WARNING, "housekeeping failed and is tried again", e);
            }
        }, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        expiry.sweep();
        engine.cursors().closeIdle();
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        executor.close();
    }
}
