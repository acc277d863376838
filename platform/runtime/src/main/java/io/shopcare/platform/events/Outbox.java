package io.shopcare.platform.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.shopcare.platform.store.AggregateType;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

/** The relay's view of an aggregate's document: what waits in it, and how it is taken out. */
final class Outbox {
    private final MongoDatabase database;

    Outbox(MongoDatabase database) {
        this.database = database;
    }

    /** What waits, in order; empty when another relay was faster. */
    List<Document> pending(AggregateType<?> type, String id) {
        var found = database.getCollection(type.collection()).withReadConcern(ReadConcern.MAJORITY)
                .find(eq("_id", id)).projection(include("outbox")).first();
        return found == null
                ? List.of()
                : found.get("outbox", Document.class).getList("pending", Document.class, List.of());
    }

    /**
     * Ids of aggregates in these shards that have waited since before this moment. One that says it has waited since
     * the future was written by a program whose clock is ahead, and counts too.
     */
    List<String> waiting(AggregateType<?> type, List<Integer> shards, Instant before, Instant future, int most) {
        var ids = marked(type, shards, lte("outbox.since", Date.from(before)), most);
        ids.addAll(marked(type, shards, gte("outbox.since", Date.from(future)), most));
        return ids;
    }

    private List<String> marked(AggregateType<?> type, List<Integer> shards, Bson since, int most) {
        return database.getCollection(type.collection())
                .find(and(in("shard", shards), exists("outbox.since"), since))
                .hintString("outbox").sort(ascending("shard", "outbox.since")).limit(most).projection(include("_id"))
                .map(found -> found.getString("_id")).into(new ArrayList<>());
    }

    /** Files every entry into its own collection; one that is there stays as it is. */
    void file(List<Document> entries) {
        var byCollection = new LinkedHashMap<String, List<Document>>();
        for (var entry : entries)
            byCollection.computeIfAbsent(entry.getString("in"), name -> new ArrayList<>())
                    .add(entry.get("doc", Document.class));
        byCollection.forEach(this::insertAbsent);
    }

    private void insertAbsent(String collection, List<Document> documents) {
        try {
            database.getCollection(collection).insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean onlyTwins = e.getWriteConcernError() == null && e.getWriteErrors().stream()
                    .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyTwins)
                throw e;
        }
    }

    /**
     * Takes out what the broker has acknowledged. Untyped and by a literal update: a typed one would raise the version,
     * a filter of the form {@code pending.seq} would match nothing.
     */
    void pull(AggregateType<?> type, String id, long upTo) {
        var documents = database.getCollection(type.collection());
        var pull = new Document("$pull",
                new Document("outbox.pending", new Document("seq", new Document("$lte", upTo))));
        var all = new Document(pull).append("$unset", new Document("outbox.since", ""));
        boolean wasAll = documents.updateOne(and(eq("_id", id), eq("outbox.seq", upTo)), all).getMatchedCount() == 1;
        if (!wasAll)
            documents.updateOne(eq("_id", id), pull);
    }

    /** Forgets the mark of an aggregate in which nothing waits: its last relay died between two steps. */
    void unmark(AggregateType<?> type, String id) {
        database.getCollection(type.collection()).updateOne(
                new Document("_id", id).append("outbox.pending", new Document("$size", 0)),
                new Document("$unset", new Document("outbox.since", "")));
    }
}
