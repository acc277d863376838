package io.shopcare.mongo.command;

import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.DuplicateKeyException;
import io.shopcare.mongo.store.Edit;
import io.shopcare.mongo.store.Edited;
import io.shopcare.mongo.store.Namespace;
import io.shopcare.mongo.store.StoredCollection;
import io.shopcare.mongo.update.Update;
import io.shopcare.mongo.values.BsonOrder;

/** One update statement: what it looks for, what it does, and whether it inserts when nothing is found. */
final class Updates {

    private static final int MOST_UPSERT_RACES = 100;

    private final Engine engine;
    private final DocumentWrites writes;
    private final Namespace namespace;
    private final Query query;
    private final Filter filter;
    private final Update update;

    Updates(Engine engine, Namespace namespace, Query query, @Nullable Object change, List<Document> arrayFilters,
            @Nullable Document let) {
        this.engine = engine;
        this.writes = new DocumentWrites(engine);
        this.namespace = namespace;
        this.query = query;
        Names names = engine.names(let);
        this.filter = Filter.parse(query.filter(), names);
        this.update = Update.parse(change, arrayFilters, names);
    }

    /** What an update did; {@code inserted} is the upserted document. */
    record Outcome(int matched, int modified, @Nullable Edited edited, @Nullable Document inserted) {}

    Outcome one(boolean upsert) {
        for (int races = 0;; races++) {
            StoredCollection collection = engine.catalog().find(namespace);
            Edited edited = collection == null ? null : writes.first(collection, query, filter, this::write);
            if (edited != null) {
                return new Outcome(1, edited.modified() ? 1 : 0, edited, null);
            }
            if (!upsert) {
                return new Outcome(0, 0, null, null);
            }
            try {
                return new Outcome(0, 0, null, insert());
            } catch (DuplicateKeyException duplicate) {
                // somebody else inserted what was not there a moment ago: then it is to be updated
                if (races >= MOST_UPSERT_RACES || !looksFor(duplicate)) {
                    throw duplicate;
                }
            }
        }
    }

    Outcome many(boolean upsert) {
        if (update.isReplacement()) {
            throw new MongoServerError(9, "FailedToParse",
                    "multi update is not supported for replacement-style update");
        }
        StoredCollection collection = engine.catalog().find(namespace);
        DocumentWrites.Count count = collection == null
                ? new DocumentWrites.Count(0, 0)
                : writes.all(collection, query, filter, this::write);
        if (count.matched() == 0 && upsert) {
            return one(true);
        }
        return new Outcome(count.matched(), count.modified(), null, null);
    }

    private Edit write(Document current) {
        return new Edit.Write(update.apply(current, filter, engine.now()));
    }

    private Document insert() {
        return writes.insert(namespace, update.insert(query.filter(), engine.now()));
    }

    private boolean looksFor(DuplicateKeyException duplicate) {
        for (Map.Entry<String, Object> key : duplicate.keyValue().entrySet()) {
            Object wanted = query.filter().get(key.getKey());
            Object value = wanted instanceof Document condition && condition.size() == 1 && condition.containsKey("$eq")
                    ? condition.get("$eq")
                    : wanted;
            if (!query.filter().containsKey(key.getKey()) || !BsonOrder.equal(value, key.getValue())) {
                return false;
            }
        }
        return true;
    }
}
