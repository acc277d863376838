package io.shopcare.mongo.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexKey;
import io.shopcare.mongo.index.KeyBytes;

/** The entries of one index that come and go with a document. */
record IndexChange(Index index, Collection<IndexKey> added, Collection<IndexKey> removed) {

    static List<IndexChange> between(List<Index> indexes, @Nullable Document before, @Nullable Document after) {
        List<IndexChange> changes = new ArrayList<>(indexes.size());
        for (Index index : indexes) {
            SortedSet<IndexKey> old = before == null ? Collections.emptySortedSet() : index.keysOf(before);
            SortedSet<IndexKey> fresh = after == null ? Collections.emptySortedSet() : index.keysOf(after);
            if (!old.equals(fresh)) {
                changes.add(new IndexChange(index, without(fresh, old), without(old, fresh)));
            }
        }
        return changes;
    }

    private static Collection<IndexKey> without(SortedSet<IndexKey> keys, SortedSet<IndexKey> others) {
        if (others.isEmpty()) {
            return keys;
        }
        SortedSet<IndexKey> rest = new TreeSet<>(keys);
        rest.removeAll(others);
        return rest;
    }

    void writeTo(WriteBatch batch, long record) throws RocksDBException {
        for (IndexKey key : removed) {
            batch.delete(entryKey(index, key, record));
        }
        for (IndexKey key : added) {
            batch.put(entryKey(index, key, record), entryValue(index, record));
        }
    }

    /** The key of an entry; in a unique index it does not tell the record. */
    static byte[] entryKey(Index index, IndexKey key, long record) {
        KeyBytes bytes = new KeyBytes(key.bytes().length + 1 + Integer.BYTES + Keys.RECORD_BYTES);
        bytes.write(Keys.ENTRY);
        bytes.writeInt(index.id());
        bytes.write(key.bytes());
        if (!index.unique()) {
            bytes.writeLong(record);
        }
        return bytes.toByteArray();
    }

    static byte[] entryValue(Index index, long record) {
        return index.unique() ? Keys.recordBytes(record) : new byte[0];
    }
}
