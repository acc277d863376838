package io.shopcare.platform.parking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.parking.Replayed.Outcome;

/**
 * Runs the records of a parked key again, in order, through the handler that failed. A record is removed only after it
 * succeeded; the first that fails again stops the rest; what arrives meanwhile queues behind. A claim keeps a second
 * replay away, and runs out when its holder dies: who comes next goes on where it stopped.
 */
public final class ReplayParked {
    private static final Logger log = LoggerFactory.getLogger(ReplayParked.class);
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final long ARRIVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ParkedKeys keys;
    private final ParkedRecords records;
    private final Parking parking;
    private final Readers readers;
    private final Clock clock;

    ReplayParked(ParkedKeys keys, ParkedRecords records, Parking parking, Readers readers, Clock clock) {
        this.keys = keys;
        this.records = records;
        this.parking = parking;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * @param keyId a key that is free counts as done
     * @param most  begins no further record after so long
     */
    public Replayed handle(String keyId, Duration most) {
        var by = Ids.next();
        var claimed = keys.claim(keyId, by, clock.instant(), claimEnd());
        if (claimed.isEmpty())
            return keys.isParked(keyId) ? result(Outcome.BUSY, 0, keyId, null) : new Replayed(Outcome.FREE, 0, 0, null);
        try {
            return run(claimed.get(), by, System.nanoTime() + most.toNanos());
        } finally {
            keys.release(keyId, by);
        }
    }

    private Replayed run(ParkedKey key, String by, long end) {
        var reader = readers.of(key).orElse(null);
        if (reader == null)
            return result(Outcome.FAILED, 0, key.id(), new Cause("unknown-subscription", null, key.subscription()));
        long done = key.done();
        int ran = 0;
        while (System.nanoTime() < end) {
            var next = records.first(key.id());
            if (next.isEmpty() && keys.close(key.id(), by, done))
                return new Replayed(Outcome.FREE, ran, 0, null);
            if (!keys.renew(key.id(), by, claimEnd()))
                return result(Outcome.BUSY, ran, key.id(), null);
            if (next.isEmpty()) { // announced, not here yet
                LockSupport.parkNanos(ARRIVAL_NANOS);
                continue;
            }
            var record = next.get();
            if (record.offset() > done) {
                var failure = failure(reader, record, key, by);
                if (failure != null)
                    return new Replayed(failure.outcome(), ran, records.count(key.id()), failure.cause());
                ran++;
                done = record.offset();
                if (!keys.done(key.id(), by, done))
                    return result(Outcome.BUSY, ran, key.id(), null);
            }
            records.remove(record.id());
        }
        return result(Outcome.UNFINISHED, ran, key.id(), null);
    }

    private @Nullable Replayed failure(Reader reader, ParkedRecord record, ParkedKey key, String by) {
        try {
            reader.handler().accept(record.record());
            return null;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            var cause = Cause.of(e);
            log.warn("{} could not run {}/{} again: {}", key.group(), key.partition(), record.offset(), cause.type(),
                    e);
            if (Failures.areAround(e))
                return new Replayed(Outcome.AWAY, 0, 0, cause);
            keys.failedAgain(key.id(), by, record.offset(), cause, clock.instant());
            keys.find(key.id()).ifPresent(now -> parking.copy(record.id(), now));
            return new Replayed(Outcome.FAILED, 0, 0, cause);
        }
    }

    private Replayed result(Outcome outcome, int ran, String keyId, @Nullable Cause cause) {
        return new Replayed(outcome, ran, records.count(keyId), cause);
    }

    private Instant claimEnd() {
        return clock.instant().plus(CLAIM);
    }
}
