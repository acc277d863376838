package io.shopcare.order.refunds;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

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

/** Refunds of an order, and of a shop by stage: what is in doubt, what failed. */
@Component
class RefundLists {
    private static final int OF_ONE_ORDER = 200;

    private final MongoCollection<Document> refunds;

    RefundLists(MongoDatabase database) {
        refunds = database.getCollection("refunds");
        refunds.createIndex(ascending("state.request.orderId", "state.askedAt"));
        refunds.createIndex(ascending("shop", "state.stage", "state.askedAt", "_id"));
    }

    List<Refund> ofOrder(String orderId) {
        return ofOrderQuery(orderId).map(RefundLists::read).into(new ArrayList<>());
    }

    Page<Refund> inStage(String shop, RefundStage stage, @Nullable Cursor after, int limit) {
        return Page.of(inStageQuery(shop, stage, after, limit).map(RefundLists::read).into(new ArrayList<>()), limit,
                refund -> Cursor.of(refund.askedAt().toString(), refund.refundId()));
    }

    FindIterable<Document> ofOrderQuery(String orderId) {
        return refunds.find(eq("state.request.orderId", orderId)).sort(ascending("state.askedAt"))
                .projection(exclude("outbox")).limit(OF_ONE_ORDER);
    }

    FindIterable<Document> inStageQuery(String shop, RefundStage stage, @Nullable Cursor after, int limit) {
        var filter = and(eq("shop", shop), eq("state.stage", stage.code()));
        if (after != null) {
            var asked = Date.from(io.shopcare.order.orders.Cursors.instant(after.keys().get(0)));
            filter = and(filter, gte("state.askedAt", asked),
                    or(gt("state.askedAt", asked), gt("_id", after.keys().get(1))));
        }
        return refunds.find(filter).sort(ascending("state.askedAt", "_id")).projection(exclude("outbox"))
                .limit(limit + 1);
    }

    private static Refund read(Document document) {
        return Json.STORED.convertValue(document.get("state", Document.class), Refund.class);
    }
}
