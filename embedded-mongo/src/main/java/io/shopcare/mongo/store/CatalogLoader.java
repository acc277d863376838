package io.shopcare.mongo.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import de.bwaldvogel.mongo.bson.Document;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** Reads the catalog when the store is opened. */
final class CatalogLoader {

    private static final byte FORMAT = 1;

    private final RocksStore store;
    private final Function<Document, Predicate<Document>> filters;

    CatalogLoader(RocksStore store, Function<Document, Predicate<Document>> filters) {
        this.store = store;
        this.filters = filters;
    }

    List<StoredCollection> load() {
        try {
            checkFormat();
            List<StoredCollection> collections = new ArrayList<>();
            for (CatalogEntry entry : entries()) {
                clearUnfinished(entry);
                collections.add(new StoredCollection(store, entry, lastRecord(entry) + 1, count(entry)));
            }
            return collections;
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        }
    }

    private void checkFormat() throws RocksDBException {
        byte[] format = store.get(Keys.catalog('v'));
        if (format == null) {
            try (WriteBatch batch = new WriteBatch()) {
                batch.put(Keys.catalog('v'), new byte[]{FORMAT});
                store.commit(batch);
            }
        } else if (format.length != 1 || format[0] != FORMAT) {
            throw new StoreDamagedException("the store has a format that this version does not know", null);
        }
    }

    private List<CatalogEntry> entries() {
        byte[] from = Keys.catalog('c');
        List<CatalogEntry> entries = new ArrayList<>();
        try (ReadView view = store.view();
                EntryScan scan = view.scan(from, Objects.requireNonNull(Keys.after(from)), true)) {
            while (scan.next()) {
                entries.add(CatalogEntry.decode(scan.value(), filters));
            }
        }
        return entries;
    }

    private void clearUnfinished(CatalogEntry entry) throws RocksDBException {
        if (entry.unfinished().isEmpty()) {
            return;
        }
        try (WriteBatch batch = new WriteBatch()) {
            for (int index : entry.unfinished()) {
                Catalog.deleteRange(batch, Keys.entries(index));
            }
            batch.put(Keys.catalog(entry.id()),
                    new CatalogEntry(entry.namespace(), entry.id(), entry.uuid(), entry.indexes(), List.of()).encode());
            store.commit(batch);
        }
    }

    private long lastRecord(CatalogEntry entry) {
        byte[] from = Keys.documents(entry.id());
        try (ReadView view = store.view();
                EntryScan scan = view.scan(from, Objects.requireNonNull(Keys.after(from)), false)) {
            return scan.next() ? Keys.recordOf(scan.key()) : 0;
        }
    }

    /** By the entries of {@code _id}, which are small. */
    private long count(CatalogEntry entry) {
        byte[] from = Keys.entries(entry.indexes().getFirst().id());
        long count = 0;
        try (ReadView view = store.view();
                EntryScan scan = view.scan(from, Objects.requireNonNull(Keys.after(from)), true)) {
            while (scan.next()) {
                count++;
            }
        }
        return count;
    }
}
