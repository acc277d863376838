package io.shopcare.mongo.command;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

import io.shopcare.mongo.wire.RawDocument;

/** Results that did not fit into their first batch. Those that nobody asks for any more are closed. */
public final class Cursors {

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Long, OpenCursor> open = new ConcurrentHashMap<>();

    public Cursors(Clock clock) {
        this.clock = clock;
    }

    /** Answers the first batch and keeps the rest, if there is one. {@code results} is closed when it is used up. */
    <R extends Iterator<RawDocument> & AutoCloseable> Document first(R results, String namespace, long batchSize,
            boolean single) {
        OpenCursor cursor = new OpenCursor(results, results, namespace);
        try {
            Document batch = new Document("firstBatch", cursor.batch(batchSize));
            boolean done = single || cursor.isUsedUp();
            if (done) {
                cursor.close();
            }
            return new Document("cursor", batch.append("id", done ? 0L : keep(cursor)).append("ns", namespace));
        } catch (RuntimeException e) {
            cursor.close();
            throw e;
        }
    }

    private long keep(OpenCursor cursor) {
        closeIdle();
        cursor.touch(clock.millis());
        long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        open.put(id, cursor);
        return id;
    }

    Document next(long id, String namespace, long batchSize) {
        OpenCursor cursor = open.get(id);
        if (cursor == null) {
            throw new MongoServerError(43, "CursorNotFound", "cursor id " + id + " not found");
        }
        if (!cursor.namespace().equals(namespace)) {
            throw new MongoServerError(13, "Unauthorized", "Requested getMore on namespace '" + namespace
                    + "', but cursor belongs to a different namespace " + cursor.namespace());
        }
        try {
            Document batch = new Document("nextBatch", cursor.batch(batchSize == 0 ? Long.MAX_VALUE : batchSize));
            boolean done = cursor.isUsedUp();
            cursor.touch(clock.millis());
            if (done) {
                kill(id);
            }
            return new Document("cursor", batch.append("id", done ? 0L : id).append("ns", namespace));
        } catch (RuntimeException e) {
            kill(id);
            throw e;
        }
    }

    /** False when there is no such cursor. */
    boolean kill(long id) {
        OpenCursor cursor = open.remove(id);
        if (cursor == null) {
            return false;
        }
        cursor.close();
        return true;
    }

    public void closeIdle() {
        long before = clock.millis() - IDLE.toMillis();
        open.forEach((id, cursor) -> {
            if (cursor.usedAt() < before) {
                kill(id);
            }
        });
    }

    public void closeAll() {
        open.keySet().forEach(this::kill);
    }
}
