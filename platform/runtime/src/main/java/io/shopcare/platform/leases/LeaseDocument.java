package io.shopcare.platform.leases;

import java.util.TreeMap;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/** The table of shards as one document: joining, beating, taking over and leaving are each one conditional write. */
final class LeaseDocument {
    private static final String ID = "shards";

    private final MongoCollection<Document> leases;

    LeaseDocument(MongoDatabase database) {
        this.leases = database.getCollection("leases");
    }

    ShardTable read() {
        var found = leases.find(eq("_id", ID)).first();
        if (found == null)
            return ShardTable.EMPTY;
        var beats = new TreeMap<String, Long>();
        found.get("beats", Document.class)
                .forEach((member, beat) -> beats.put(member, ((Number) beat).longValue()));
        return new ShardTable(found.get("version", Number.class).longValue(), beats,
                found.getList("holders", String.class));
    }

    /** Writes the next table unless somebody else wrote one since. */
    boolean write(ShardTable next) {
        var document = new Document("_id", ID).append("version", next.version())
                .append("beats", new Document(next.beats())).append("holders", next.holders());
        if (next.version() > 1)
            return leases.replaceOne(and(eq("_id", ID), eq("version", next.version() - 1)), document)
                    .getMatchedCount() == 1;
        try {
            leases.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY)
                return false;
            throw e;
        }
    }
}
