package io.shopcare.platform.parking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

/**
 * One document for each key that is parked. While it is there, every later record of the key queues; each announces its
 * offset here first, and the document goes only when nothing beyond what is done was announced. So a record either queues
 * before the key is free, or finds it free: no gap, and nothing overtakes.
 */
final class ParkedKeys {
    private static final FindOneAndUpdateOptions AFTER = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> keys;

    ParkedKeys(MongoDatabase database) {
        keys = database.getCollection("parked_keys");
        keys.createIndex(ascending("subscription", "_id"));
    }

    /** @return false when it was parked already */
    boolean open(Reader reader, ConsumerRecord<String, String> record, @Nullable String shop, Cause cause,
            Instant now) {
        try {
            keys.insertOne(new Document("_id", reader.keyId(record)).append("group", reader.group())
                    .append("subscription", reader.subscription()).append("topic", reader.topic())
                    .append("partition", record.partition()).append("key", record.key()).append("shop", shop)
                    .append("at", record.offset()).append("last", record.offset())
                    .append("done", record.offset() - 1).append("since", Date.from(now))
                    .append("cause", cause.document()).append("tries", 1).append("triedAt", Date.from(now)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY)
                throw e;
            return false;
        }
    }

    boolean isParked(String id) {
        return keys.find(eq("_id", id)).projection(include("_id")).first() != null;
    }

    boolean hasAny(Reader reader, int partition) {
        return keys.find(and(eq("subscription", reader.subscription()), eq("topic", reader.topic()),
                eq("partition", partition))).projection(include("_id")).first() != null;
    }

    Optional<ParkedKey> find(String id) {
        return Optional.ofNullable(keys.find(eq("_id", id)).first()).map(ParkedKey::of);
    }

    /** Says that this record is about to queue; empty when the key is free by now. */
    Optional<ParkedKey> announce(String id, long offset) {
        return Optional.ofNullable(keys.findOneAndUpdate(eq("_id", id), max("last", offset), AFTER))
                .map(ParkedKey::of);
    }

    /** Takes the key for one replay; empty when another has it or it is free. */
    Optional<ParkedKey> claim(String id, String by, Instant now, Instant until) {
        var isFree = or(exists("claim", false), lte("claim.until", Date.from(now)));
        return Optional.ofNullable(keys.findOneAndUpdate(and(eq("_id", id), isFree),
                set("claim", new Document("by", by).append("until", Date.from(until))), AFTER)).map(ParkedKey::of);
    }

    /** @return false when the claim ran out and somebody else has the key */
    boolean renew(String id, String by, Instant until) {
        return keys.updateOne(mine(id, by), set("claim.until", Date.from(until))).getMatchedCount() == 1;
    }

    void release(String id, String by) {
        keys.updateOne(mine(id, by), unset("claim"));
    }

    /** @return false when the claim is lost */
    boolean done(String id, String by, long offset) {
        return keys.updateOne(mine(id, by), max("done", offset)).getMatchedCount() == 1;
    }

    void failedAgain(String id, String by, long offset, Cause cause, Instant now) {
        keys.updateOne(mine(id, by), combine(set("at", offset), set("cause", cause.document()),
                set("triedAt", Date.from(now)), inc("tries", 1)));
    }

    /** Frees the key, unless a record beyond what is done was announced. */
    boolean close(String id, String by, long done) {
        return keys.deleteOne(and(mine(id, by), lte("last", done))).getDeletedCount() == 1;
    }

    /** Keys after this one, of these shops or unreadable; of one subscription or of all. */
    List<ParkedKey> list(@Nullable String subscription, Set<String> shops, @Nullable String after, int most) {
        var filters = new ArrayList<Bson>();
        if (subscription != null)
            filters.add(eq("subscription", subscription));
        if (after != null)
            filters.add(gt("_id", after));
        filters.add(or(in("shop", shops), eq("shop", null)));
        var order = subscription == null ? ascending("_id") : ascending("subscription", "_id");
        return keys.find(and(filters)).sort(order).limit(most).map(ParkedKey::of).into(new ArrayList<>());
    }

    /** Every one of them, of whatever shop. */
    List<ParkedKey> all() {
        return keys.find().sort(ascending("_id")).map(ParkedKey::of).into(new ArrayList<>());
    }

    long count(Reader reader) {
        return keys.countDocuments(and(eq("subscription", reader.subscription()), eq("topic", reader.topic())));
    }

    private static Bson mine(String id, String by) {
        return and(eq("_id", id), eq("claim.by", by));
    }
}
