package io.shopcare.platform.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;

import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

/** What is known of rebuilds, by every instance of the program; only the one that runs a rebuild writes it. */
final class Rebuilds {
    private static final int LATEST = 10;

    private final MongoCollection<Document> rebuilds;

    Rebuilds(MongoDatabase database) {
        rebuilds = database.getCollection("rebuilds");
    }

    void note(Rebuild rebuild) {
        var document = Json.STORED.convertValue(rebuild, Document.class).append("_id", rebuild.rebuildId());
        rebuilds.replaceOne(eq("_id", rebuild.rebuildId()), document, new ReplaceOptions().upsert(true));
    }

    Optional<Rebuild> find(String id) {
        return Optional.ofNullable(rebuilds.find(eq("_id", id)).first()).map(Rebuilds::rebuild);
    }

    /** Newest first. */
    List<Rebuild> latest() {
        return rebuilds.find().sort(descending("_id")).limit(LATEST).map(Rebuilds::rebuild).into(new ArrayList<>());
    }

    private static Rebuild rebuild(Document found) {
        return Json.STORED.convertValue(found, Rebuild.class);
    }
}
