package io.shopcare.order.shortages;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

/** Shortages of a shop, and the orders that wait for a SKU, the first first. */
@Component
class ShortageLists {
    private static final List<String> WAITED_FOR = List.of(ShortageState.OPEN.code(), ShortageState.WAITING.code());

    private final MongoCollection<Document> shortages;

    ShortageLists(MongoDatabase database) {
        shortages = database.getCollection("shortages");
        shortages.createIndex(Indexes.ascending("shop", "state.skus", "state.state"));
        shortages.createIndex(Indexes.ascending("shop", "state.state", "_id"));
    }

    /** Orders that goods of this SKU may help, longest waiting first. */
    List<String> waitingFor(String shop, String sku) {
        var found = new ArrayList<Shortage>();
        shortages.find(waiting(shop, sku)).map(ShortageLists::shortage).into(found);
        return found.stream().sorted(java.util.Comparator.comparing(Shortage::since).thenComparing(Shortage::orderId))
                .map(Shortage::orderId).toList();
    }

    Page<Shortage> page(String shop, ShortageState state, @Nullable Cursor after, int limit) {
        return Page.of(shortages.find(filter(shop, state, after)).sort(ascending("shop", "state.state", "_id"))
                .limit(limit + 1).map(ShortageLists::shortage).into(new ArrayList<>()), limit,
                shortage -> Cursor.of(shortage.orderId()));
    }

    static Bson waiting(String shop, String sku) {
        return and(eq("shop", shop), eq("state.skus", sku), in("state.state", WAITED_FOR));
    }

    static Bson filter(String shop, ShortageState state, @Nullable Cursor after) {
        var all = and(eq("shop", shop), eq("state.state", state.code()));
        return after == null ? all : and(all, gt("_id", after.keys().getFirst()));
    }

    private static Shortage shortage(Document document) {
        return Json.STORED.convertValue(document.get("state"), Shortage.class);
    }
}
