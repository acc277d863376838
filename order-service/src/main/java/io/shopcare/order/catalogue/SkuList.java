package io.shopcare.order.catalogue;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

/** The SKUs of a shop, or of one product, by their code. */
class SkuList {
    private final MongoCollection<Document> skus;

    SkuList(MongoDatabase database) {
        skus = database.getCollection("skus");
        skus.createIndex(Indexes.ascending("shop", "state.sku"));
        skus.createIndex(Indexes.ascending("shop", "state.page.productId", "state.sku"));
    }

    Page<Sku> page(String shop, @Nullable String productId, @Nullable Cursor after, int limit) {
        var found = skus.find(filter(shop, productId, after)).sort(order(productId)).limit(limit + 1)
                .map(document -> Json.STORED.convertValue(document.get("state"), Sku.class))
                .into(new ArrayList<>());
        return Page.of(List.copyOf(found), limit, sku -> Cursor.of(sku.sku()));
    }

    static Bson filter(String shop, @Nullable String productId, @Nullable Cursor after) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("shop", shop));
        if (productId != null)
            filters.add(eq("state.page.productId", productId));
        if (after != null)
            filters.add(gt("state.sku", after.keys().getFirst()));
        return and(filters);
    }

    static Bson order(@Nullable String productId) {
        return productId == null
                ? ascending("shop", "state.sku")
                : ascending("shop", "state.page.productId", "state.sku");
    }
}
