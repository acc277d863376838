package io.shopcare.mongo.command;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.aggregation.DataSource;
import io.shopcare.mongo.aggregation.Head;
import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.IndexDefinition;
import io.shopcare.mongo.index.IndexField;
import io.shopcare.mongo.plan.Found;
import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.plan.QueryRun;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.store.DuplicateKeyException;
import io.shopcare.mongo.store.Edit;
import io.shopcare.mongo.store.Edited;
import io.shopcare.mongo.store.Namespace;
import io.shopcare.mongo.store.StoredCollection;

/** The collections of a database for a pipeline. */
final class CollectionSource implements DataSource {

    private static final int MOST_RACES = 100;

    private final Engine engine;
    private final String database;
    private final Set<QueryRun> open = new HashSet<>();
    private long deadline;
    private final DocumentWrites writes;
    /** For the collection that the pipeline begins with, which is asked first. */
    private @Nullable Object hint;

    CollectionSource(Engine engine, Request request) {
        this.engine = engine;
        this.database = request.database();
        this.hint = request.body().get("hint");
        this.deadline = request.deadline();
        this.writes = new DocumentWrites(engine);
    }

    @Override
    public Stream<Document> find(Head head) {
        StoredCollection collection = engine.catalog().find(Namespace.of(database, head.collection()));
        if (collection == null) {
            return Stream.empty();
        }
        Query query = query(head, hint).before(deadline);
        hint = null;
        QueryRun run = QueryRun.open(engine.store(), collection, query, Filter.parse(head.filter(), head.names()));
        open.add(run);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED), false)
                .onClose(() -> {
                    open.remove(run);
                    run.close();
                })
                .map(Found::document);
    }

    /** The time limit was for the first answer; how long the client takes to ask for more does not count. */
    void liftDeadline() {
        deadline = Query.NO_DEADLINE;
        open.forEach(QueryRun::liftDeadline);
    }

    static Query query(Head head, @Nullable Object hint) {
        return new Query(head.filter(), head.sort(), head.skip(), head.limit(), hint);
    }

    @Override
    public void out(@Nullable String into, String name, Stream<Document> documents) {
        Namespace target = Namespace.of(into == null ? database : into, name);
        Namespace fresh = Namespace.of(target.database(), "tmp.agg_out." + UUID.randomUUID());
        StoredCollection collection = engine.catalog().create(fresh);
        try {
            StoredCollection old = engine.catalog().find(target);
            if (old != null) {
                List<IndexDefinition> definitions = old.indexes().stream().map(Index::definition)
                        .filter(definition -> !definition.isId()).toList();
                engine.catalog().createIndexes(collection, definitions);
            }
            documents.forEach(document -> writes.insert(fresh, document));
            engine.catalog().rename(collection, target, true);
        } catch (RuntimeException e) {
            engine.catalog().drop(collection);
            throw e;
        }
    }

    @Override
    public void merge(@Nullable String into, String name, Document key,
            Function<@Nullable Document, @Nullable Document> change) {
        Namespace target = Namespace.of(into == null ? database : into, name);
        Query query = Query.all(key);
        Filter filter = Filter.parse(key, engine.names(null));
        for (int races = 0;; races++) {
            StoredCollection collection = engine.catalog().find(target);
            Edited edited = collection == null
                    ? null
                    : writes.first(collection, query, filter,
                            current -> new Edit.Write(Objects.requireNonNullElse(change.apply(current), current)));
            Document fresh = edited == null ? change.apply(null) : null;
            if (fresh == null) {
                return;
            }
            try {
                writes.insert(target, fresh);
                return;
            } catch (DuplicateKeyException duplicate) {
                if (races >= MOST_RACES || !key.keySet().equals(duplicate.keyValue().keySet())) {
                    throw duplicate;
                }
            }
        }
    }

    @Override
    public boolean isUnique(@Nullable String into, String name, Set<String> fields) {
        StoredCollection collection = engine.catalog().find(Namespace.of(into == null ? database : into, name));
        if (collection == null) {
            return fields.equals(Set.of("_id"));
        }
        return collection.indexes().stream()
                .filter(index -> index.unique() && index.definition().partialFilter() == null)
                .anyMatch(index -> fields.equals(
                        index.definition().fields().stream().map(IndexField::path).collect(Collectors.toSet())));
    }
}
