package io.shopcare.mongo.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.Document;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexKey;
import io.shopcare.mongo.wire.BsonReader;

/**
 * Builds indexes over the documents of a collection while its writers wait. The catalog says first which entries are
 * unfinished, so that those of a build that failed or crashed are cleared away.
 */
final class IndexBuild {

    private static final long BATCH_BYTES = 1 << 20;

    private final RocksStore store;
    private final StoredCollection collection;

    IndexBuild(RocksStore store, StoredCollection collection) {
        this.store = store;
        this.collection = collection;
    }

    void run(List<Index> added) {
        try {
            build(added);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        }
    }

    private void build(List<Index> added) throws RocksDBException {
        List<Index> existing = collection.indexes();
        if (collection.count() > 0) {
            begin(existing, added);
            try {
                fill(added);
            } catch (RuntimeException e) {
                abandon(existing, added);
                throw e;
            }
        }
        List<Index> all = new ArrayList<>(existing);
        all.addAll(added);
        try (WriteBatch batch = new WriteBatch()) {
            batch.put(Keys.catalog(collection.id()), collection.catalogEntry(all, List.of()).encode());
            store.commit(batch);
        }
        added.forEach(index -> index.stored(index.multikey()));
        collection.use(all);
    }

    private void begin(List<Index> existing, List<Index> added) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            List<Integer> ids = added.stream().map(Index::id).toList();
            batch.put(Keys.catalog(collection.id()), collection.catalogEntry(existing, ids).encode());
            store.commit(batch);
        }
    }

    private void abandon(List<Index> existing, List<Index> added) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch()) {
            for (Index index : added) {
                Catalog.deleteRange(batch, Keys.entries(index.id()));
            }
            batch.put(Keys.catalog(collection.id()), collection.catalogEntry(existing, List.of()).encode());
            store.commit(batch);
        }
    }

    private void fill(List<Index> added) throws RocksDBException {
        byte[] from = Keys.documents(collection.id());
        try (ReadView view = store.view();
                EntryScan scan = view.scan(from, Objects.requireNonNull(Keys.after(from)), true);
                WriteBatch batch = new WriteBatch()) {
            while (scan.next()) {
                Document document = BsonReader.read(scan.value());
                long record = Keys.recordOf(scan.key());
                for (Index index : added) {
                    add(batch, index, document, record);
                }
                if (batch.getDataSize() > BATCH_BYTES) {
                    store.commit(batch);
                    batch.clear();
                }
            }
            store.commit(batch);
        }
    }

    private void add(WriteBatch batch, Index index, Document document, long record) throws RocksDBException {
        for (IndexKey key : index.keysOf(document)) {
            byte[] entry = IndexChange.entryKey(index, key, record);
            if (index.unique()) {
                if (store.get(entry) != null) {
                    throw new DuplicateKeyException(collection.namespace(), index, key);
                }
                // at once, so that the next document meets it
                try (WriteBatch single = new WriteBatch()) {
                    single.put(entry, IndexChange.entryValue(index, record));
                    store.commit(single);
                }
            } else {
                batch.put(entry, IndexChange.entryValue(index, record));
            }
        }
    }
}
