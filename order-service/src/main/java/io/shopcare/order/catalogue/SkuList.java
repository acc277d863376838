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
class SkuList implements Variants {
    private final MongoCollection<Document> skus;

    /**
     * Which are wanted.
     *
     * @param productId null for those of all products
     * @param market    those that are on sale, and for this country, as their own pages say; null for all
     */
    record Wanted(String shop, @Nullable String productId, @Nullable String market) {}

    SkuList(MongoDatabase database) {
        skus = database.getCollection("skus");
        skus.createIndex(Indexes.ascending("shop", "state.sku"));
        skus.createIndex(Indexes.ascending("shop", "state.page.productId", "state.sku"));
    }

    @Override
    public Page<Sku> of(Product product, @Nullable Cursor after, int limit) {
        return page(new Wanted(product.shop(), product.productId(), null), after, limit);
    }

    Page<Sku> page(Wanted wanted, @Nullable Cursor after, int limit) {
        var found = skus.find(filter(wanted, after)).sort(order(wanted)).limit(limit + 1)
                .map(document -> Json.STORED.convertValue(document.get("state"), Sku.class))
                .into(new ArrayList<>());
        return Page.of(List.copyOf(found), limit, sku -> Cursor.of(sku.sku()));
    }

    static Bson filter(Wanted wanted, @Nullable Cursor after) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("shop", wanted.shop()));
        if (wanted.productId() != null)
            filters.add(eq("state.page.productId", wanted.productId()));
        if (after != null)
            filters.add(gt("state.sku", after.keys().getFirst()));
        if (wanted.market() != null)
            filters.add(and(eq("state.page.onSale", true), ProductList.soldIn(wanted.market())));
        return and(filters);
    }

    static Bson order(Wanted wanted) {
        return wanted.productId() == null
                ? ascending("shop", "state.sku")
                : ascending("shop", "state.page.productId", "state.sku");
    }
}
