package io.shopcare.crm.trail;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

/** {@link Trail} in a collection: one document for each entry, found by customer (and kind) and time. */
final class MongoTrail implements Trail {
    private final MongoCollection<Document> entries;

    MongoTrail(MongoDatabase database) {
        entries = database.getCollection("trail");
        entries.createIndex(new Document("customer", 1).append("at", -1).append("_id", -1));
        entries.createIndex(new Document("customer", 1).append("kind", 1).append("at", -1).append("_id", -1));
    }

    @Override
    public void add(TrailEntry entry) {
        try {
            entries.insertOne(document(entry));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY)
                throw e;
        }
    }

    @Override
    public List<TrailEntry> page(String customerId, Filter filter, @Nullable Place after, int most) {
        var filters = new ArrayList<Bson>(List.of(eq("customer", customerId)));
        if (filter.kind() != null)
            filters.add(eq("kind", filter.kind().name()));
        if (!filter.withInternal())
            filters.add(eq("internal", false));
        if (after != null) {
            var at = Date.from(after.at());
            filters.add(lte("at", at)); // alone it bounds the walk over the index
            filters.add(or(lt("at", at), lt("_id", after.id())));
        }
        return entries.find(and(filters)).sort(descending("at", "_id")).limit(most).map(MongoTrail::entry)
                .into(new ArrayList<>());
    }

    private static Document document(TrailEntry entry) {
        return new Document("_id", entry.id()).append("customer", entry.customerId())
                .append("at", Date.from(entry.at()))
                .append("kind", entry.kind().name()).append("type", entry.type()).append("subject", entry.subject())
                .append("internal", entry.internal())
                .append("actor", new Document("kind", entry.actor().kind().name()).append("id", entry.actor().id()))
                .append("facts", Json.WIRE.convertValue(entry.facts(), Document.class));
    }

    private static TrailEntry entry(Document found) {
        var actor = found.get("actor", Document.class);
        var facts = new LinkedHashMap<String, JsonNode>();
        found.get("facts", Document.class)
                .forEach((name, value) -> facts.put(name, Json.WIRE.valueToTree(value)));
        return new TrailEntry(found.getString("_id"), found.getString("customer"), found.getDate("at").toInstant(),
                Kind.valueOf(found.getString("kind")), found.getString("type"), found.getString("subject"),
                found.getBoolean("internal"),
                new Actor(Actor.Kind.valueOf(actor.getString("kind")), actor.getString("id")), facts);
    }
}
