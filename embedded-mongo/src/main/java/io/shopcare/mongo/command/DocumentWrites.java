package io.shopcare.mongo.command;

import java.util.Collection;
import java.util.function.Function;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.plan.Found;
import io.shopcare.mongo.plan.OneById;
import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.plan.QueryRun;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.CollectionDroppedException;
import io.shopcare.mongo.store.Edit;
import io.shopcare.mongo.store.Edited;
import io.shopcare.mongo.store.Namespace;
import io.shopcare.mongo.store.StoredCollection;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/**
 * Writes on documents that a query finds. What a query found is only a hint: each document is asked again, while nobody
 * else can change it, whether it still matches.
 */
final class DocumentWrites {

    private final Engine engine;

    DocumentWrites(Engine engine) {
        this.engine = engine;
    }

    /** Edits the first document that matches. When others were quicker with all that were found, looks again. */
    @Nullable
    Edited first(StoredCollection collection, Query query, Filter filter, Function<Document, Edit> edit) {
        OneById only = OneById.of(collection, query);
        return only == null
                ? firstFound(collection, query, filter, edit)
                : only(only, collection, filter, edit);
    }

    /** Without a look before: the edit asks it all. One that was removed and stored again meanwhile is another record. */
    private static @Nullable Edited only(OneById only, StoredCollection collection, Filter filter,
            Function<Document, Edit> edit) {
        long record = only.record();
        while (record >= 0) {
            Edited edited = collection.edit(record,
                    current -> filter.matches(current) ? edit.apply(current) : new Edit.Keep());
            if (edited != null) {
                return edited;
            }
            long now = only.record();
            if (now == record) {
                return null;
            }
            record = now;
        }
        return null;
    }

    private @Nullable Edited firstFound(StoredCollection collection, Query query, Filter filter,
            Function<Document, Edit> edit) {
        Query one = query.sort().isEmpty() ? query : query.withLimit(1);
        boolean lost = true;
        while (lost) {
            lost = false;
            try (QueryRun run = QueryRun.open(engine.store(), collection, one, filter)) {
                for (Found found = run.poll(); found != null; found = run.poll()) {
                    Edited edited = collection.edit(found.record(),
                            current -> filter.matches(current) ? edit.apply(current) : new Edit.Keep());
                    if (edited != null) {
                        return edited;
                    }
                    lost = true;
                }
            }
        }
        return null;
    }

    /** Edits every document that matches, one after the other. */
    Count all(StoredCollection collection, Query query, Filter filter, Function<Document, Edit> edit) {
        int matched = 0;
        int modified = 0;
        try (QueryRun run = QueryRun.open(engine.store(), collection, query, filter)) {
            for (Found found = run.poll(); found != null; found = run.poll()) {
                Edited edited = collection.edit(found.record(),
                        current -> filter.matches(current) ? edit.apply(current) : new Edit.Keep());
                if (edited != null) {
                    matched++;
                    modified += edited.modified() ? 1 : 0;
                }
            }
        }
        return new Count(matched, modified);
    }

    record Count(int matched, int modified) {}

    /** Inserts into the collection, which is made when it is missing; {@code _id} comes first, and is given if missing. */
    Document insert(Namespace namespace, Document document) {
        Document complete = withId(document);
        while (true) {
            try {
                engine.catalog().findOrCreate(namespace).insert(complete);
                return complete;
            } catch (CollectionDroppedException droppedMeanwhile) {
                Thread.onSpinWait();
            }
        }
    }

    private Document withId(Document document) {
        if (document.containsKey("_id")) {
            checkId(document.get("_id"));
            if (document.keySet().iterator().next().equals("_id")) {
                return document;
            }
        }
        Document complete = new Document("_id",
                document.containsKey("_id") ? document.get("_id") : ObjectIds.next(engine.now()));
        document.forEach(complete::putIfAbsent);
        return complete;
    }

    private static void checkId(@Nullable Object id) {
        String wrong = id instanceof Collection ? "array" : id instanceof BsonRegularExpression ? "regex" : null;
        if (wrong != null) {
            throw new MongoServerError(53, "InvalidIdField", "The '_id' value cannot be of type " + wrong);
        }
        if (id instanceof Document fields) {
            for (String field : fields.keySet()) {
                if (field.startsWith("$") && !Values.isReference(fields)) {
                    throw Code.DOLLAR_PREFIXED_FIELD_NAME
                            .error("_id fields may not contain '$'-prefixed fields: " + field
                                    + " is not valid for storage.");
                }
            }
        }
    }
}
