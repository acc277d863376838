package io.shopcare.order.parcels;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.Cursors;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.exclude;

/** The queues of the stages, longest waiting first, and the parcels of an order. */
final class ParcelLists {
    private static final int PARCELS_OF_AN_ORDER = 50;

    private final MongoCollection<Document> parcels;

    ParcelLists(MongoDatabase database) {
        this.parcels = database.getCollection("parcels");
        parcels.createIndex(ascending("shop", "state.stage", "state.since", "_id"));
        parcels.createIndex(ascending("state.orders.orderId"));
    }

    Page<Parcel> queue(String shop, ParcelStage stage, @Nullable Cursor after, int limit) {
        return Page.of(queueQuery(shop, stage, after, limit).map(ParcelLists::read).into(new ArrayList<>()), limit,
                parcel -> Cursor.of(parcel.since().toString(), parcel.parcelId()));
    }

    List<Parcel> ofOrder(String orderId) {
        return ofOrderQuery(orderId).map(ParcelLists::read).into(new ArrayList<>());
    }

    FindIterable<Document> queueQuery(String shop, ParcelStage stage, @Nullable Cursor after, int limit) {
        var inStage = and(eq("shop", shop), eq("state.stage", stage.code()));
        if (after != null) {
            var since = Date.from(Cursors.instant(after.keys().get(0)));
            inStage = and(inStage, gte("state.since", since),
                    or(gt("state.since", since), gt("_id", after.keys().get(1))));
        }
        return parcels.find(inStage).sort(ascending("state.since", "_id")).projection(exclude("outbox"))
                .limit(limit + 1);
    }

    FindIterable<Document> ofOrderQuery(String orderId) {
        return parcels.find(eq("state.orders.orderId", orderId)).projection(exclude("outbox"))
                .limit(PARCELS_OF_AN_ORDER);
    }

    private static Parcel read(Document document) {
        return Json.STORED.convertValue(document.get("state", Document.class), Parcel.class);
    }
}
