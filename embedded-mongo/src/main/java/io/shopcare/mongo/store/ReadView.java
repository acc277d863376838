package io.shopcare.mongo.store;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/** The store as it is at one moment, however long it is read. Holds back compaction, so it must be closed. */
public final class ReadView implements AutoCloseable {

    private final RocksDB db;
    private final Snapshot snapshot;
    private final ReadOptions options;
    private boolean closed;

    ReadView(RocksDB db) {
        this.db = db;
        this.snapshot = db.getSnapshot();
        this.options = new ReadOptions().setSnapshot(snapshot);
    }

    public byte @Nullable [] get(byte[] key) {
        try {
            return db.get(options, key);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        }
    }

    /** The values of the keys, null for those that are not there; cheaper than one by one. */
    public List<byte @Nullable []> get(List<byte[]> keys) {
        try {
            return db.multiGetAsList(options, keys);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        }
    }

    /** The keys from one (inclusive) to the other (exclusive), forward or backward. */
    public EntryScan scan(byte[] from, byte[] to, boolean forward) {
        ReadOptions bounded = new ReadOptions().setSnapshot(snapshot);
        Slice lower = new Slice(from);
        Slice upper = new Slice(to);
        bounded.setIterateLowerBound(lower).setIterateUpperBound(upper);
        return new EntryScan(db.newIterator(bounded), forward, bounded, lower, upper);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            options.close();
            db.releaseSnapshot(snapshot);
            snapshot.close();
        }
    }
}
