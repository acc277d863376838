package io.shopcare.mongo;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.shopcare.mongo.command.Engine;
import io.shopcare.mongo.command.Expiry;

/** Deletes expired documents and closes forgotten cursors, time and again. */
final class TtlSweeper implements AutoCloseable {

    private static final System.Logger log = System.getLogger(TtlSweeper.class.getName());

    private final Engine engine;
    private final Expiry expiry;
    private final ScheduledExecutorService executor = Executors
            .newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().name("mongo-ttl").unstarted(task));

    TtlSweeper(Engine engine, Duration every) {
        this.engine = engine;
        this.expiry = new Expiry(engine);
        executor.scheduleWithFixedDelay(this::sweep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            expiry.sweep();
            engine.cursors().closeIdle();
        } catch (RuntimeException e) {
            log.log(Level.WARNING, "sweeping expired documents failed and is tried again", e);
        }
    }

    /** Waits for a sweep under way. */
    @Override
    public void close() {
        executor.close();
    }
}
