package io.shopcare.mongo.store;

import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** A walk over a range of keys. Begins before the first; {@link #next()} moves. */
public final class EntryScan implements AutoCloseable {

    private final RocksIterator iterator;
    private final boolean forward;
    private final ReadOptions options;
    private final Slice lower;
    private final Slice upper;
    private boolean begun;
    private boolean ended;

    EntryScan(RocksIterator iterator, boolean forward, ReadOptions options, Slice lower, Slice upper) {
        this.iterator = iterator;
        this.forward = forward;
        this.options = options;
        this.lower = lower;
        this.upper = upper;
    }

    /** Moves to the next key; false at the end, and from then on: the iterator itself must not be moved past it. */
    public boolean next() {
        if (ended) {
            return false;
        }
        if (!begun) {
            begun = true;
            if (forward) {
                iterator.seekToFirst();
            } else {
                iterator.seekToLast();
            }
        } else if (forward) {
            iterator.next();
        } else {
            iterator.prev();
        }
        return valid();
    }

    /** Moves to the first key at or after the given one (backward: at or before it); false at the end. */
    public boolean seek(byte[] key) {
        begun = true;
        if (forward) {
            iterator.seek(key);
        } else {
            iterator.seekForPrev(key);
        }
        return valid();
    }

    private boolean valid() {
        ended = !iterator.isValid();
        if (!ended) {
            return true;
        }
        try {
            iterator.status();
            return false;
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        }
    }

    public byte[] key() {
        return iterator.key();
    }

    public byte[] value() {
        return iterator.value();
    }

    @Override
    public void close() {
        iterator.close();
        options.close();
        lower.close();
        upper.close();
    }
}
