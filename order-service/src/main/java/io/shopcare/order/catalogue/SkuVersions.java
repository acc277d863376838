package io.shopcare.order.catalogue;

import java.util.Optional;

import com.mongodb.client.MongoDatabase;
import org.springframework.stereotype.Component;

/** Past versions of pages, by SKU and revision. */
public interface SkuVersions {
    /** One version; empty when there never was one, or it is older than the keeping of versions. */
    Optional<SkuVersion> find(String shop, String sku, int revision);
}

/** {@link SkuVersions} from the database. */
@Component
final class MongoSkuVersions implements SkuVersions {
    private final PastVersions<SkuVersion> versions;

    MongoSkuVersions(MongoDatabase database) {
        versions = new PastVersions<>(database, "skus", Sku.VERSIONS, SkuVersion.class);
    }

    @Override
    public Optional<SkuVersion> find(String shop, String sku, int revision) {
        return versions.find(Sku.id(shop, sku), revision);
    }
}
