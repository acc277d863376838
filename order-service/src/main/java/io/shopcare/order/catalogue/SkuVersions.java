package io.shopcare.order.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.Rider;

import static com.mongodb.client.model.Filters.eq;

/** Past versions of pages, by SKU and revision. */
public interface SkuVersions {
    /** One version; empty when there never was one, or it is older than the keeping of versions. */
    Optional<SkuVersion> find(String shop, String sku, int revision);
}

/** {@link SkuVersions} from what the relay has filed, and what still waits for it. */
@Component
final class MongoSkuVersions implements SkuVersions {
    private final MongoDatabase database;

    MongoSkuVersions(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<SkuVersion> find(String shop, String sku, int revision) {
        var parent = Sku.id(shop, sku);
        var id = parent + "/" + Rider.number(revision);
        // what waits is read first: a version that is filed in between is then found in the second look
        return waiting(parent).filter(version -> id.equals(version.getString("_id"))).findFirst()
                .or(() -> Optional.ofNullable(database.getCollection(Sku.VERSIONS).find(eq("_id", id)).first()))
                .map(document -> Json.STORED.convertValue(document, SkuVersion.class));
    }

    private Stream<Document> waiting(String parent) {
        var sku = database.getCollection("skus").find(eq("_id", parent)).first();
        if (sku == null)
            return Stream.empty();
        return sku.get("outbox", new Document()).getList("pending", Document.class, List.of()).stream()
                .filter(entry -> Sku.VERSIONS.equals(entry.getString("in")))
                .map(entry -> entry.get("doc", Document.class));
    }
}
