package io.shopcare.mongo.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.CollectionDroppedException;
import io.shopcare.mongo.store.Edit;
import io.shopcare.mongo.store.StoredCollection;

/** Deletes documents whose time is up by an index with {@code expireAfterSeconds}. What holds no date never expires. */
public final class Expiry {

    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);

    private final Engine engine;
    private final DocumentWrites writes;

    public Expiry(Engine engine) {
        this.engine = engine;
        this.writes = new DocumentWrites(engine);
    }

    public void sweep() {
        for (StoredCollection collection : engine.catalog().collections()) {
            for (Index index : collection.indexes()) {
                Duration after = index.definition().expireAfter();
                if (after != null) {
                    sweep(collection, index, engine.now().minus(after));
                }
            }
        }
    }

    private void sweep(StoredCollection collection, Index index, Instant before) {
        String path = index.definition().fields().getFirst().path();
        Document expired = new Document(path, new Document("$gte", FIRST).append("$lte", before));
        // of several dates in an array the earliest counts: one element in the range is enough
        Query query = new Query(new Document(path, new Document("$lte", before)), new Document(), 0, 0, index.name());
        Document partial = index.definition().partialFilter();
        Document full = partial == null ? expired : new Document("$and", List.of(expired, partial));
        try {
            int deleted = writes.all(collection, query.withFilter(partial == null ? query.filter() : full),
                    Filter.parse(full, engine.names(null)),
                    _ -> new Edit.Remove()).matched();
            if (deleted > 0) {
                engine.store().awaitDurable();
            }
        } catch (CollectionDroppedException gone) {
            // nothing is left to expire
            return;
        }
    }
}
