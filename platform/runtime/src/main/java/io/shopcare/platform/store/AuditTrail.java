package io.shopcare.platform.store;

import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.shopcare.platform.commands.Actor;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

/** The audit trail, for what people do to something that is no aggregate. */
public final class AuditTrail {
    private final MongoCollection<Document> trail;
    private final Clock clock;

    AuditTrail(MongoDatabase database, Clock clock) {
        this.trail = database.getCollection(AuditLine.COLLECTION);
        this.clock = clock;
    }

    /**
     * Adds a line, once for each id.
     *
     * @param aggregate what kind of thing it was done to
     * @param parent    id of that thing
     * @param facts     beside it, without personal data
     */
    public void add(String id, String aggregate, String parent, String command, Actor actor, Map<String, ?> facts) {
        try {
            trail.insertOne(new Document("_id", id).append("parent", parent).append("aggregate", aggregate)
                    .append("command", command)
                    .append("actor", new Document("kind", actor.kind().name().toLowerCase(Locale.ROOT)).append("id",
                            actor.id()))
                    .append("at", Date.from(clock.instant())).append("facts", new Document(Map.copyOf(facts))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY)
                throw e;
        }
    }

    /** Whether there is such a line. */
    public boolean has(String id) {
        return trail.find(eq("_id", id)).first() != null;
    }

    /** Ids of lines that begin so. */
    public Set<String> idsFrom(String beginning) {
        return trail.find(and(gte("_id", beginning), lt("_id", beginning + '\uffff'))).projection(include("_id"))
                .map(line -> line.getString("_id")).into(new HashSet<>());
    }
}
