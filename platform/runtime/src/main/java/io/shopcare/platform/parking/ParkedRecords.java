package io.shopcare.platform.parking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

/** The records that wait, in the order of their offsets for each key. */
final class ParkedRecords {
    private final MongoCollection<Document> records;

    ParkedRecords(MongoDatabase database) {
        records = database.getCollection("parked");
        records.createIndex(ascending("keyId", "offset"));
    }

    /** Adds a record; one that is there stays as it is. */
    void add(Reader reader, ConsumerRecord<String, String> record) {
        try {
            records.insertOne(ParkedRecord.document(reader, record));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY)
                throw e;
        }
    }

    Optional<ParkedRecord> find(String id) {
        return Optional.ofNullable(records.find(eq("_id", id)).first()).map(ParkedRecord::of);
    }

    Optional<ParkedRecord> first(String keyId) {
        return of(keyId, -1, 1).stream().findFirst();
    }

    List<ParkedRecord> of(String keyId, long afterOffset, int most) {
        return records.find(and(eq("keyId", keyId), gt("offset", afterOffset))).sort(ascending("keyId", "offset"))
                .limit(most).map(ParkedRecord::of).into(new ArrayList<>());
    }

    long count(String keyId) {
        return records.countDocuments(eq("keyId", keyId));
    }

    void copied(String id) {
        records.updateOne(eq("_id", id), set("copied", true));
    }

    void remove(String id) {
        records.deleteOne(eq("_id", id));
    }
}
