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
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Sorts.ascending;

/** The products of a shop, or those of one category, by their id. */
class ProductList {
    private final MongoCollection<Document> products;

    /**
     * Which are wanted.
     *
     * @param category null for all
     * @param market   sold in this country; null for all
     * @param onSale   only those that can be ordered
     */
    record Wanted(@Nullable String category, @Nullable String market, boolean onSale) {}

    ProductList(MongoDatabase database) {
        products = database.getCollection("products");
        products.createIndex(Indexes.ascending("shop", "state.productId"));
        products.createIndex(Indexes.ascending("shop", "state.page.category", "state.productId"));
    }

    Page<Product> page(String shop, Wanted wanted, @Nullable Cursor after, int limit) {
        var found = products.find(filter(shop, wanted, after)).sort(order(wanted)).limit(limit + 1)
                .map(document -> Json.STORED.convertValue(document.get("state"), Product.class))
                .into(new ArrayList<>());
        return Page.of(List.copyOf(found), limit, product -> Cursor.of(product.productId()));
    }

    static Bson filter(String shop, Wanted wanted, @Nullable Cursor after) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("shop", shop));
        if (wanted.category() != null)
            filters.add(eq("state.page.category", wanted.category()));
        if (after != null)
            filters.add(gt("state.productId", after.keys().getFirst()));
        if (wanted.onSale())
            filters.add(and(eq("state.page.onSale", true), eq("state.withdrawn", false)));
        if (wanted.market() != null)
            filters.add(soldIn(wanted.market()));
        return and(filters);
    }

    /** Of products and of SKUs alike: none named is everywhere. SKUs that were stored before they had markets have none. */
    static Bson soldIn(String market) {
        return or(size("state.page.markets", 0), eq("state.page.markets", null), eq("state.page.markets", market));
    }

    static Bson order(Wanted wanted) {
        return wanted.category() == null
                ? ascending("shop", "state.productId")
                : ascending("shop", "state.page.category", "state.productId");
    }
}
