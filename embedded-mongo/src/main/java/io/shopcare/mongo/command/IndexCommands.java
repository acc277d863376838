package io.shopcare.mongo.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexDefinition;
import io.shopcare.mongo.plan.SamePattern;
import io.shopcare.mongo.store.Namespace;
import io.shopcare.mongo.store.StoredCollection;
import io.shopcare.mongo.values.Code;

/** Makes, lists, changes and drops indexes. */
final class IndexCommands {

    private final Engine engine;

    IndexCommands(Engine engine) {
        this.engine = engine;
    }

    Document create(Request request) {
        Namespace namespace = request.namespace();
        List<Document> checked = request.documents("indexes").stream().map(IndexSpecification::listed).toList();
        boolean createdCollection = engine.catalog().find(namespace) == null;
        StoredCollection collection = engine.catalog().findOrCreate(namespace);
        int before;
        List<IndexDefinition> added;
        // one at a time, so that nobody else makes the same index between the check and the build
        synchronized (engine.catalog()) {
            before = collection.indexes().size();
            added = new ArrayList<>();
            for (Document specification : checked) {
                if (isNew(collection.indexes().stream().map(Index::definition).toList(), specification)
                        && isNew(added, specification)) {
                    added.add(IndexDefinition.of(specification));
                }
            }
            if (!added.isEmpty()) {
                engine.catalog().createIndexes(collection, added);
            }
        }
        Document answer = new Document("numIndexesBefore", before).append("numIndexesAfter", before + added.size())
                .append("createdCollectionAutomatically", createdCollection);
        return added.isEmpty() ? answer.append("note", "all indexes already exist") : answer;
    }

    private static boolean isNew(List<IndexDefinition> existing, Document specification) {
        for (IndexDefinition index : existing) {
            boolean samePattern = SamePattern.same(index.keyPattern(), IndexDefinition.of(specification).keyPattern());
            boolean sameName = index.name().equals(specification.get("name"));
            if (samePattern && (index.isId() || IndexSpecification.sameOptions(index.specification(), specification))) {
                if (sameName || index.isId()) {
                    return false;
                }
                throw new MongoServerError(85, "IndexOptionsConflict",
                        "Index already exists with a different name: " + index.name());
            }
            boolean equivalent = samePattern
                    && IndexSpecification.sameIdentity(index.specification(), specification);
            if (sameName && equivalent) {
                throw Code.INDEX_OPTIONS_CONFLICT
                        .error("An equivalent index already exists with the same name but different "
                                + "options. Requested index: " + specification + ", existing index: "
                                + index.specification());
            }
            if (sameName) {
                throw new MongoServerError(86, "IndexKeySpecsConflict",
                        "An existing index has the same name as the requested index. "
                                + "When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. "
                                + "Requested index: " + specification + ", existing index: " + index.specification());
            }
            if (equivalent) {
                throw new MongoServerError(85, "IndexOptionsConflict",
                        "An equivalent index already exists with a different name and options. "
                                + "Requested index: " + specification + ", existing index: " + index.specification());
            }
        }
        return true;
    }

    Document list(Request request) {
        List<Document> specifications = collection(request).indexes().stream()
                .map(index -> index.definition().specification()).toList();
        return Answers.singleBatch(request.namespace().toString(), specifications);
    }

    Document drop(Request request) {
        StoredCollection collection = collection(request);
        synchronized (engine.catalog()) {
            List<Index> existing = collection.indexes();
            engine.catalog().dropIndexes(collection, chosen(existing, request.body().get("index")));
            return new Document("nIndexesWas", existing.size());
        }
    }

    private static List<Index> chosen(List<Index> existing, @Nullable Object which) {
        if ("*".equals(which)) {
            return existing.stream().filter(index -> !index.definition().isId()).toList();
        }
        List<Index> chosen = new ArrayList<>();
        for (Object one : which instanceof Collection<?> many
                ? many
                : new ArrayList<>(Collections.singletonList(which))) {
            chosen.add(find(existing, one));
        }
        if (chosen.stream().anyMatch(index -> index.definition().isId())) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        return chosen;
    }

    private static Index find(List<Index> existing, @Nullable Object which) {
        return existing.stream().filter(index -> index.name().equals(which)
                || which instanceof Document pattern && SamePattern.same(index.definition().keyPattern(), pattern))
                .findFirst()
                .orElseThrow(() -> new MongoServerError(27, "IndexNotFound", which instanceof Document pattern
                        ? "can't find index with key: " + pattern
                        : "index not found with name [" + which + "]"));
    }

    /** Of {@code collMod}, the time after which documents expire; the rest is refused. */
    Document modify(Request request) {
        StoredCollection collection = collection(request);
        Document change = request.optional("index");
        if (change == null) {
            return new Document();
        }
        synchronized (engine.catalog()) {
            Object which = change.containsKey("name") ? change.get("name") : change.get("keyPattern");
            Index index = find(collection.indexes(), which);
            Number seconds = Request.typed(change, "expireAfterSeconds", Number.class, "number");
            if (seconds == null) {
                throw new MongoServerError(72, "InvalidOptions", "no expireAfterSeconds field");
            }
            Document specification = index.definition().specification().clone();
            Object old = specification.put("expireAfterSeconds", seconds);
            engine.catalog().redefine(collection, index, IndexDefinition.of(specification));
            Document answer = new Document("expireAfterSeconds_new", seconds);
            return old == null ? answer : answer.append("expireAfterSeconds_old", old);
        }
    }

    private StoredCollection collection(Request request) {
        StoredCollection collection = engine.catalog().find(request.namespace());
        if (collection == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + request.namespace());
        }
        return collection;
    }
}
