package io.shopcare.order.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Cursors;
import io.shopcare.order.orders.HoldState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.Phase;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

/**
 * Held orders of a shop: the nearest deadline first, of equal ones the most valuable first (O8); those too of which a part
 * has left already, and the rest is held. Those whose question is not answered yet wait apart, and come back when it is, or
 * when it is overdue.
 */
@Component
class AuditQueue {
    private static final String PHASE = "state.phase";
    private static final String HOLDS = "state.holds.state";
    private static final String DUE = "state.holds.dueAt";
    private static final String WAITS_FOR = "state.questions.waitsFor";
    private static final String VALUE = "state.sale.total.minor";
    private static final Bson BY_DEADLINE_AND_VALUE = compoundIndex(ascending(DUE), descending(VALUE),
            ascending("_id"));

    private static final Comparator<Order> AS_THE_DATABASE_SORTS = Comparator
            .comparing((Order order) -> order.holds().dueAt(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(order -> order.sale().total().minor(), Comparator.reverseOrder())
            .thenComparing(Order::orderId);

    private final MongoCollection<Document> orders;

    AuditQueue(MongoDatabase database) {
        orders = database.getCollection("orders");
        orders.createIndex(
                compoundIndex(ascending("shop", PHASE, WAITS_FOR, DUE), descending(VALUE), ascending("_id")));
        orders.createIndex(
                compoundIndex(ascending("shop", PHASE, HOLDS, WAITS_FOR, DUE), descending(VALUE), ascending("_id")));
    }

    /**
     * @param waitsFor buyer or presales for those whose question is not answered yet; null for those that an auditor can
     *                 do something about
     * @param dueBefore only those of which a hold should have been resolved by then; null for all
     */
    Page<Order> page(String shop, @Nullable String waitsFor, @Nullable Instant dueBefore, @Nullable Cursor after,
            int limit) {
        var found = new ArrayList<Order>();
        for (var which : List.of(held(shop, waitsFor), partlyShipped(shop, waitsFor))) {
            var due = dueBefore == null ? which : and(which, lt(DUE, Date.from(dueBefore)));
            for (var document : orders.find(after == null ? due : and(due, behind(after))).sort(BY_DEADLINE_AND_VALUE)
                    .limit(limit + 1))
                found.add(Json.STORED.convertValue(document.get("state"), Order.class));
        }
        found.sort(AS_THE_DATABASE_SORTS);
        return Page.of(found.stream().limit(limit + 1L).toList(), limit, AuditQueue::cursor);
    }

    /** Of which nothing has left. */
    static Bson held(String shop, @Nullable String waitsFor) {
        return and(eq("shop", shop), eq(PHASE, Phase.ON_HOLD.code()), eq(WAITS_FOR, waitsFor));
    }

    /** Of which the rest is held. */
    static Bson partlyShipped(String shop, @Nullable String waitsFor) {
        return and(eq("shop", shop), eq(PHASE, Phase.PARTLY_SHIPPED.code()), eq(HOLDS, HoldState.HELD.code()),
                eq(WAITS_FOR, waitsFor));
    }

    private static Cursor cursor(Order order) {
        var due = order.holds().dueAt();
        return Cursor.of(due == null ? "" : due.toString(), Long.toString(order.sale().total().minor()),
                order.orderId());
    }

    /** Orders without a deadline come first, as the database sorts them: they are holds that a person put there. */
    private static Bson behind(Cursor after) {
        var dueText = after.keys().getFirst();
        var due = dueText.isEmpty() ? null : Date.from(Cursors.instant(dueText));
        var value = Cursors.number(after.keys().get(1));
        var later = due == null ? gt(DUE, new Date(0)) : gt(DUE, due);
        return or(later, and(eq(DUE, due), lt(VALUE, value)),
                and(eq(DUE, due), eq(VALUE, value), gt("_id", after.keys().getLast())));
    }
}
