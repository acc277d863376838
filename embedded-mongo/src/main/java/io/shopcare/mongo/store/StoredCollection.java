package io.shopcare.mongo.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexDefinition;
import io.shopcare.mongo.index.IndexKey;
import io.shopcare.mongo.wire.BsonReader;
import io.shopcare.mongo.wire.BsonWriter;

/**
 * The documents of a collection with their index entries. A write changes one document and all its entries in one batch,
 * while it holds that document and the unique keys it takes; it does not wait for the disk (see {@link RocksStore#awaitDurable}).
 */
public final class StoredCollection {

    public static final int MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

    private final RocksStore store;
    private final int id;
    private final UUID uuid;
    private final AtomicLong nextRecord;
    private final AtomicLong count;
    final ReentrantReadWriteLock structure = new ReentrantReadWriteLock();
    final Object catalogWrite = new Object();
    private volatile Namespace namespace;
    private volatile List<Index> indexes;
    private volatile boolean dropped;

    StoredCollection(RocksStore store, CatalogEntry entry, long nextRecord, long count) {
        this.store = store;
        this.id = entry.id();
        this.uuid = entry.uuid();
        this.namespace = entry.namespace();
        this.indexes = List.copyOf(entry.indexes());
        this.nextRecord = new AtomicLong(nextRecord);
        this.count = new AtomicLong(count);
    }

    public int id() {
        return id;
    }

    public UUID uuid() {
        return uuid;
    }

    public Namespace namespace() {
        return namespace;
    }

    /** The indexes in the order they were made, {@code _id} first. */
    public List<Index> indexes() {
        return indexes;
    }

    public long count() {
        return count.get();
    }

    public boolean isDropped() {
        return dropped;
    }

    void rename(Namespace to) {
        namespace = to;
    }

    void drop() {
        dropped = true;
    }

    void use(List<Index> newIndexes) {
        indexes = List.copyOf(newIndexes);
    }

    void reset() {
        count.set(0);
    }

    CatalogEntry catalogEntry(List<Index> list, List<Integer> unfinished) {
        return new CatalogEntry(namespace, id, uuid, list, unfinished);
    }

    /** The document as it is now. */
    public byte @Nullable [] read(long record) {
        return store.get(Keys.document(id, record));
    }

    /** The record with the key in a unique index, or -1. */
    public long find(Index index, byte[] key) {
        byte[] record = store.get(IndexChange.entryKey(index, new IndexKey(key, List.of()), 0));
        return record == null ? -1 : Keys.longAt(record, 0);
    }

    /** Stores a document, which has its {@code _id}. */
    public void insert(Document document) {
        byte[] bytes = BsonWriter.write(document);
        if (bytes.length > MAX_DOCUMENT_BYTES) {
            throw new MongoServerError(10334, "BSONObjectTooLarge", "BSONObj size: " + bytes.length
                    + " is invalid. Size must be between 0 and " + MAX_DOCUMENT_BYTES);
        }
        structure.readLock().lock();
        try {
            checkAlive();
            long record = nextRecord.getAndIncrement();
            write(record, bytes, IndexChange.between(indexes, null, document));
            count.incrementAndGet();
        } finally {
            structure.readLock().unlock();
        }
    }

    /**
     * Asks for an edit of the document as it is now and does it, with nobody else in between.
     *
     * @return what was done, or null when the document is gone or was kept
     */
    public @Nullable Edited edit(long record, Function<Document, Edit> decision) {
        structure.readLock().lock();
        ReentrantLock lock = store.records(Long.hashCode(record) * 31 + id);
        lock.lock();
        try {
            checkAlive();
            byte[] bytes = read(record);
            if (bytes == null) {
                return null;
            }
            Document before = BsonReader.read(bytes);
            return switch (decision.apply(before)) {
                case Edit.Keep _ -> null;
                case Edit.Remove _ -> remove(record, before);
                case Edit.Write(Document after) -> replace(record, bytes, before, after);
            };
        } finally {
            lock.unlock();
            structure.readLock().unlock();
        }
    }

    private Edited remove(long record, Document before) {
        write(record, null, IndexChange.between(indexes, before, null));
        count.decrementAndGet();
        return new Edited(before, null, true);
    }

    private Edited replace(long record, byte[] bytes, Document before, Document after) {
        byte[] newBytes = BsonWriter.write(after);
        if (Arrays.equals(bytes, newBytes)) {
            return new Edited(before, after, false);
        }
        if (newBytes.length > MAX_DOCUMENT_BYTES) {
            throw new MongoServerError(17419, "Location17419",
                    "Resulting document after update is larger than " + MAX_DOCUMENT_BYTES);
        }
        write(record, newBytes, IndexChange.between(indexes, before, after));
        return new Edited(before, after, true);
    }

    private void write(long record, byte @Nullable [] bytes, List<IndexChange> changes) {
        int[] stripes = uniqueStripes(changes);
        store.uniqueKeys().lock(stripes);
        try (WriteBatch batch = new WriteBatch(bytes == null ? 256 : bytes.length + 512)) {
            checkUnique(changes);
            byte[] key = Keys.document(id, record);
            if (bytes == null) {
                batch.delete(key);
            } else {
                batch.put(key, bytes);
            }
            for (IndexChange change : changes) {
                change.writeTo(batch, record);
            }
            commit(batch, changes);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        } finally {
            store.uniqueKeys().unlock(stripes);
        }
    }

    /** What an index learnt from this document is stored with it. */
    private void commit(WriteBatch batch, List<IndexChange> changes) throws RocksDBException {
        if (changes.stream().noneMatch(change -> change.index().hasLearnt())) {
            store.commit(batch);
            return;
        }
        synchronized (catalogWrite) {
            List<boolean[]> known = changes.stream().map(change -> change.index().multikey()).toList();
            batch.put(Keys.catalog(id), catalogEntry(indexes, List.of()).encode());
            store.commit(batch);
            for (int i = 0; i < known.size(); i++) {
                changes.get(i).index().stored(known.get(i));
            }
        }
    }

    private int[] uniqueStripes(List<IndexChange> changes) {
        return changes.stream().filter(change -> change.index().unique())
                .flatMap(change -> change.added().stream()
                        .map(key -> store.uniqueKeys().of(key.hashCode() * 31 + change.index().id())))
                .mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    private void checkUnique(List<IndexChange> changes) {
        for (IndexChange change : changes) {
            if (change.index().unique()) {
                for (IndexKey key : change.added()) {
                    if (find(change.index(), key.bytes()) >= 0) {
                        throw new DuplicateKeyException(namespace, change.index(), key);
                    }
                }
            }
        }
    }

    private void checkAlive() {
        if (dropped) {
            throw new CollectionDroppedException(namespace);
        }
    }

    /** Names an index; {@code _id_} among them. */
    public @Nullable Index index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst().orElse(null);
    }

    Index idIndex() {
        return indexes.stream().filter(index -> index.name().equals(IndexDefinition.ID_NAME)).findFirst().orElseThrow();
    }
}
