package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.shopcare.mongo.wire.RawDocument;

/** A result of which a part was given out. Used by one command at a time. */
final class OpenCursor {

    private static final int BATCH_BYTES = 16 * 1024 * 1024;

    private final Iterator<RawDocument> results;
    private final AutoCloseable resource;
    private final String namespace;
    private volatile long usedAt;
    private boolean closed;

    OpenCursor(Iterator<RawDocument> results, AutoCloseable resource, String namespace) {
        this.results = results;
        this.resource = resource;
        this.namespace = namespace;
    }

    /** As many as asked for, as long as they fit into a message. */
    synchronized List<RawDocument> batch(long most) {
        List<RawDocument> batch = new ArrayList<>();
        long bytes = 0;
        while (!closed && batch.size() < most && bytes < BATCH_BYTES && results.hasNext()) {
            RawDocument next = results.next();
            batch.add(next);
            bytes += next.bytes().length;
        }
        return batch;
    }

    synchronized boolean isUsedUp() {
        return closed || !results.hasNext();
    }

    String namespace() {
        return namespace;
    }

    void touch(long now) {
        usedAt = now;
    }

    long usedAt() {
        return usedAt;
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a cursor", e);
        }
    }
}
