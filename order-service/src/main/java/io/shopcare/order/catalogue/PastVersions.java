package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Rider;

import static com.mongodb.client.model.Filters.eq;

/**
 * Versions that rode along with their aggregate: those that the relay has filed, and those that still wait for it.
 *
 * @param aggregates collection of what has versions
 * @param versions   collection of the versions
 */
record PastVersions<V>(MongoDatabase database, String aggregates, String versions, Class<V> type) {

    /** One version; empty when there never was one, or it is older than the keeping of versions. */
    Optional<V> find(String parent, int revision) {
        var id = parent + "/" + Rider.number(revision);
        // what waits is read first: a version that is filed in between is then found in the second look
        return waiting(parent).filter(version -> id.equals(version.getString("_id"))).findFirst()
                .or(() -> Optional.ofNullable(database.getCollection(versions).find(eq("_id", id)).first()))
                .map(document -> Json.STORED.convertValue(document, type));
    }

    private Stream<Document> waiting(String parent) {
        var aggregate = database.getCollection(aggregates).find(eq("_id", parent)).first();
        if (aggregate == null)
            return Stream.empty();
        return aggregate.get("outbox", new Document()).getList("pending", Document.class, List.of()).stream()
                .filter(entry -> versions.equals(entry.getString("in")))
                .map(entry -> entry.get("doc", Document.class));
    }
}
