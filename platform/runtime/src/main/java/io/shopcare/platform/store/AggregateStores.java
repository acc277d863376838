package io.shopcare.platform.store;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/** Makes the store of each aggregate type, with the indexes that the store itself needs. */
public final class AggregateStores {
    private final StoreDependencies with;
    private final ConcurrentHashMap<String, AggregateType<?>> types = new ConcurrentHashMap<>();
    private final List<WithDeadlines<?>> withDeadlines = new CopyOnWriteArrayList<>();

    /** A type that has deadlines, with its store. */
    public record WithDeadlines<A>(AggregateType<A> type, AggregateStore<A> store, Deadlines deadlines) {}

    AggregateStores(StoreDependencies with) {
        this.with = with;
        with.database().getCollection(AuditLine.COLLECTION).createIndex(ascending("parent", "at"));
    }

    /** Stores in another database, of which nothing is published: to see what would become of aggregates. */
    public AggregateStores apart(MongoDatabase database) {
        RelaySignal nowhere = (type, id) -> database.getCollection(type.collection()).updateOne(eq("_id", id),
                combine(set("outbox.pending", List.of()), unset("outbox.since")));
        return new AggregateStores(new StoreDependencies(database, with.clock(), with.settings(), nowhere,
                new Refusals(database.getCollection(AuditLine.COLLECTION), with.clock(), with.trace()),
                with.trace()));
    }

    /** The store of one type; ask once and keep it. */
    public <A> AggregateStore<A> of(AggregateType<A> type) {
        types.put(type.name(), type);
        var documents = with.database().getCollection(type.collection());
        documents.createIndex(ascending("shard", "outbox.since"),
                new IndexOptions().name("outbox").partialFilterExpression(exists("outbox.since")));
        with.database().getCollection(type.timeline()).createIndex(ascending("parent", "seq"));
        var store = new MongoAggregateStore<>(type, with);
        if (!type.deadlines().isEmpty())
            withDeadlines.add(new WithDeadlines<>(type, store, new MongoDeadlines<>(type, with.database())));
        return store;
    }

    /** All types in this program that have deadlines. */
    public List<WithDeadlines<?>> withDeadlines() {
        return List.copyOf(withDeadlines);
    }

    /** All types that have a store in this program. */
    public Collection<AggregateType<?>> types() {
        return types.values();
    }
}
