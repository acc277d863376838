package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Page;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

/** What happened to an order, in order, as it was published: complete, and nobody can edit it (O2). Buyers read their part. */
@Component
class Timeline {
    private final MongoCollection<Document> filed;
    private final MongoCollection<Document> orders;
    private final String collection;

    Timeline(MongoDatabase database, AggregateType<Order> type) {
        collection = type.timeline();
        filed = database.getCollection(collection);
        orders = database.getCollection(type.collection());
    }

    /** One event. */
    record Entry(long sequence, String type, Instant at, Document data) {
        static Entry of(Document entry) {
            return new Entry(entry.get("seq", Number.class).longValue(), entry.getString("type"),
                    entry.getDate("at").toInstant(), entry.get("data", Document.class));
        }
    }

    /**
     * What the relay has filed, and what still waits for it.
     *
     * @param whole for the shop's people; buyers read what is theirs
     */
    Page<Entry> of(String orderId, boolean whole, @Nullable Cursor after, int limit) {
        long last = after == null ? 0 : Cursors.number(after.keys().getFirst());
        // what waits is read first: an entry that is filed in between is then found in both, not in none
        var waiting = waiting(orderId);
        var entries = new ArrayList<Entry>();
        var behind = and(eq("parent", orderId), gt("seq", last));
        filed.find(whole ? behind : and(behind, ToldToBuyers.filter())).sort(ascending("parent", "seq"))
                .limit(limit + 1)
                .map(Entry::of).into(entries);
        long seen = entries.isEmpty() ? last : entries.getLast().sequence();
        waiting.stream().filter(entry -> entry.sequence() > seen && (whole || ToldToBuyers.tells(entry)))
                .forEach(entries::add);
        return Page.of(entries.stream().limit(limit + 1L).map(entry -> whole ? entry : ToldToBuyers.cut(entry))
                .toList(), limit,
                entry -> Cursor.of(Long.toString(entry.sequence())));
    }

    private List<Entry> waiting(String orderId) {
        var order = orders.find(eq("_id", orderId)).first();
        if (order == null)
            return List.of();
        return order.get("outbox", Document.class).getList("pending", Document.class, List.of()).stream()
                .filter(entry -> collection.equals(entry.getString("in")))
                .map(entry -> Entry.of(entry.get("doc", Document.class))).toList();
    }
}
