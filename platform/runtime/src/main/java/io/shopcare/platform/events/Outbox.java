package io.shopcare.platform.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.shopcare.platform.store.AggregateType;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Projections.slice;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.unset;

/** The relay's view of aggregates' documents: what waits in them, and how it is taken out. */
final class Outbox {
    /** As many entries of one aggregate as are sent at once. */
    static final int OF_ONE = 50;
    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoDatabase database;

    Outbox(MongoDatabase database) {
        this.database = database;
    }

    /** The place of an entry in its outbox. */
    static long number(Document entry) {
        return entry.get("seq", Number.class).longValue();
    }

    /** What waits in these aggregates, in order, the first so many of each; nothing of those that are empty. */
    Map<String, List<Document>> pending(AggregateType<?> type, Collection<String> ids, int ofEach) {
        var pending = new LinkedHashMap<String, List<Document>>();
        for (var found : database.getCollection(type.collection()).withReadConcern(ReadConcern.MAJORITY)
                .find(in("_id", ids)).batchSize(ids.size() + 1)
                .projection(fields(include("outbox.seq"), slice("outbox.pending", ofEach)))) {
            var entries = found.get("outbox", Document.class).getList("pending", Document.class, List.of());
            if (!entries.isEmpty())
                pending.put(found.getString("_id"), entries);
        }
        return pending;
    }

    /** Ids of aggregates in these shards that have waited since before this moment. */
    List<String> waiting(AggregateType<?> type, List<Integer> shards, Instant before, int most) {
        return marked(type, shards, lte("outbox.since", Date.from(before)), most);
    }

    /** Those that say they have waited since the future: they were written by a program whose clock is ahead. */
    List<String> waitingSinceTheFuture(AggregateType<?> type, List<Integer> shards, Instant future, int most) {
        return marked(type, shards, gte("outbox.since", Date.from(future)), most);
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
     * Takes out what the broker has acknowledged, of each aggregate up to a number. Untyped and by a literal update: a
     * typed one would raise the version, a filter of the form {@code pending.seq} would match nothing. What was written
     * meanwhile counts as waiting from now.
     */
    void pull(AggregateType<?> type, Map<String, Long> upTo, Instant now) {
        var all = upTo.entrySet().stream().<WriteModel<Document>>map(done -> new UpdateOneModel<>(
                and(eq("_id", done.getKey()), eq("outbox.seq", done.getValue())),
                pulling(done.getValue()).append("$unset", new Document("outbox.since", "")))).toList();
        var documents = database.getCollection(type.collection());
        if (documents.bulkWrite(all, IN_ANY_ORDER).getMatchedCount() == all.size())
            return;
        var part = upTo.entrySet().stream().<WriteModel<Document>>map(done -> new UpdateOneModel<>(
                and(eq("_id", done.getKey()), gt("outbox.seq", done.getValue()), exists("outbox.since")),
                pulling(done.getValue()).append("$set", new Document("outbox.since", Date.from(now))))).toList();
        documents.bulkWrite(part, IN_ANY_ORDER);
    }

    private static Document pulling(long upTo) {
        return new Document("$pull", new Document("outbox.pending", new Document("seq", new Document("$lte", upTo))));
    }

    /** Forgets the marks of aggregates in which nothing waits: their last relay died between two steps. */
    void unmark(AggregateType<?> type, Collection<String> ids) {
        database.getCollection(type.collection()).updateMany(
                and(in("_id", ids), exists("outbox.since"), size("outbox.pending", 0)), unset("outbox.since"));
    }
}
