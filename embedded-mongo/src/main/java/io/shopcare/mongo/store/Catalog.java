package io.shopcare.mongo.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexDefinition;

/** Which collections there are, with their indexes. Changes of structure go one at a time. */
public final class Catalog {

    private final RocksStore store;
    private final Function<Document, Predicate<Document>> filters;
    private final Map<Namespace, StoredCollection> collections = new ConcurrentHashMap<>();
    private final AtomicInteger nextId = new AtomicInteger(1);

    private Catalog(RocksStore store, Function<Document, Predicate<Document>> filters) {
        this.store = store;
        this.filters = filters;
    }

    /** Reads the catalog and clears away what a crash left unfinished. {@code filters} makes partial filters. */
    public static Catalog load(RocksStore store, Function<Document, Predicate<Document>> filters) {
        Catalog catalog = new Catalog(store, filters);
        new CatalogLoader(store, filters).load().forEach(catalog::register);
        return catalog;
    }

    private void register(StoredCollection collection) {
        collections.put(collection.namespace(), collection);
        nextId.accumulateAndGet(collection.id() + 1, Math::max);
        collection.indexes().forEach(index -> nextId.accumulateAndGet(index.id() + 1, Math::max));
    }

    public @Nullable StoredCollection find(Namespace namespace) {
        return collections.get(namespace);
    }

    public Collection<StoredCollection> collections() {
        return collections.values();
    }

    public StoredCollection findOrCreate(Namespace namespace) {
        StoredCollection collection = collections.get(namespace);
        return collection != null ? collection : createIfMissing(namespace);
    }

    private synchronized StoredCollection createIfMissing(Namespace namespace) {
        StoredCollection existing = collections.get(namespace);
        return existing != null ? existing : create(namespace);
    }

    public synchronized StoredCollection create(Namespace namespace) {
        if (collections.containsKey(namespace)) {
            throw new MongoServerError(48, "NamespaceExists", "Collection " + namespace + " already exists.");
        }
        Index id = new Index(nextId.getAndIncrement(), IndexDefinition.id(), null, new boolean[1]);
        CatalogEntry entry = new CatalogEntry(namespace, nextId.getAndIncrement(), UUID.randomUUID(), List.of(id),
                List.of());
        save(entry);
        StoredCollection collection = new StoredCollection(store, entry, 1, 0);
        collections.put(namespace, collection);
        return collection;
    }

    public synchronized void drop(StoredCollection collection) {
        collection.structure.writeLock().lock();
        try (WriteBatch batch = new WriteBatch()) {
            delete(batch, collection);
            store.commit(batch);
            forget(collection);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        } finally {
            collection.structure.writeLock().unlock();
        }
    }

    private void forget(StoredCollection collection) {
        collection.drop();
        collections.remove(collection.namespace());
    }

    private static void delete(WriteBatch batch, StoredCollection collection) throws RocksDBException {
        batch.delete(Keys.catalog(collection.id()));
        deleteRange(batch, Keys.documents(collection.id()));
        for (Index index : collection.indexes()) {
            deleteRange(batch, Keys.entries(index.id()));
        }
    }

    /** Gives the collection another name, in one step with dropping the collection that has it (when it may be). */
    public synchronized void rename(StoredCollection collection, Namespace to, boolean dropTarget) {
        StoredCollection target = collections.get(to);
        if (target != null && !dropTarget) {
            throw new MongoServerError(48, "NamespaceExists", "target namespace exists");
        }
        collection.structure.writeLock().lock();
        if (target != null) {
            target.structure.writeLock().lock();
        }
        try (WriteBatch batch = new WriteBatch()) {
            if (target != null) {
                delete(batch, target);
            }
            CatalogEntry entry = collection.catalogEntry(collection.indexes(), List.of());
            batch.put(Keys.catalog(entry.id()),
                    new CatalogEntry(to, entry.id(), entry.uuid(), entry.indexes(), List.of()).encode());
            store.commit(batch);
            if (target != null) {
                forget(target);
            }
            collections.remove(collection.namespace());
            collection.rename(to);
            collections.put(to, collection);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        } finally {
            if (target != null) {
                target.structure.writeLock().unlock();
            }
            collection.structure.writeLock().unlock();
        }
    }

    /** Builds indexes over what is in the collection, all or none; writers wait meanwhile. */
    public synchronized void createIndexes(StoredCollection collection, List<IndexDefinition> definitions) {
        collection.structure.writeLock().lock();
        try {
            List<Index> added = new ArrayList<>();
            for (IndexDefinition definition : definitions) {
                added.add(new Index(nextId.getAndIncrement(), definition,
                        definition.partialFilter() == null ? null : filters.apply(definition.partialFilter()),
                        new boolean[definition.fields().size()]));
            }
            new IndexBuild(store, collection).run(added);
        } finally {
            collection.structure.writeLock().unlock();
        }
    }

    /** Replaces the definition of an index by one that has the same entries. */
    public synchronized void redefine(StoredCollection collection, Index index, IndexDefinition definition) {
        collection.structure.writeLock().lock();
        try {
            List<Index> changed = new ArrayList<>(collection.indexes());
            changed.replaceAll(other -> other == index ? index.redefined(definition) : other);
            save(collection.catalogEntry(changed, List.of()));
            collection.use(changed);
        } finally {
            collection.structure.writeLock().unlock();
        }
    }

    public synchronized void dropIndexes(StoredCollection collection, Collection<Index> gone) {
        collection.structure.writeLock().lock();
        try (WriteBatch batch = new WriteBatch()) {
            List<Index> rest = new ArrayList<>(collection.indexes());
            rest.removeAll(gone);
            for (Index index : gone) {
                deleteRange(batch, Keys.entries(index.id()));
            }
            batch.put(Keys.catalog(collection.id()), collection.catalogEntry(rest, List.of()).encode());
            store.commit(batch);
            collection.use(rest);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        } finally {
            collection.structure.writeLock().unlock();
        }
    }

    private void save(CatalogEntry entry) {
        try (WriteBatch batch = new WriteBatch()) {
            batch.put(Keys.catalog(entry.id()), entry.encode());
            store.commit(batch);
        } catch (RocksDBException e) {
            throw new StoreFailedException(e);
        }
    }

    static void deleteRange(WriteBatch batch, byte[] prefix) throws RocksDBException {
        byte[] end = Keys.after(prefix);
        if (end == null) {
            throw new IllegalArgumentException("a range without an end");
        }
        batch.deleteRange(prefix, end);
    }
}
