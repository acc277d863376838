package io.shopcare.order.trials;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trials.Trial.Place;
import io.shopcare.order.trials.Trial.Window;
import io.shopcare.platform.json.Json;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;

/** Orders of a window, newest first, along the index of the shop's list. */
@Component
class PastOrders {
    private static final String PLACED = "state.sale.placedAt";

    private final MongoCollection<Document> orders;

    PastOrders(MongoDatabase database) {
        orders = database.getCollection("orders");
        orders.createIndex(compoundIndex(ascending("shop"), descending(PLACED), ascending("_id")));
    }

    List<Order> after(String shop, Window window, @Nullable Place place, int limit) {
        return query(shop, window, place, limit)
                .map(document -> Json.STORED.convertValue(document.get("state"), Order.class)).into(new ArrayList<>());
    }

    FindIterable<Document> query(String shop, Window window, @Nullable Place place, int limit) {
        var filter = and(eq("shop", shop), gte(PLACED, Date.from(window.from())),
                lt(PLACED, Date.from(window.until())));
        if (place != null) {
            var placed = Date.from(place.placedAt());
            filter = and(eq("shop", shop), gte(PLACED, Date.from(window.from())), lte(PLACED, placed),
                    or(lt(PLACED, placed), gt("_id", place.orderId())));
        }
        return orders.find(filter).sort(compoundIndex(descending(PLACED), ascending("_id")))
                .projection(include("state")).limit(limit);
    }
}
