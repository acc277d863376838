package io.shopcare.order.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.order.Explained;
import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderFixtures;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;

/** The auditors' queue on the database. */
class TheAuditQueueTest {
    private final MongoDatabase database = TestDatabase.fresh();
    private final AuditQueue queue = new AuditQueue(database);

    @Test
    @DisplayName("O8 by deadline, then by value; page by page; what has no deadline comes first")
    void sortsByDeadlineAndValue() {
        put("c", NOW.plusSeconds(60), 100);
        put("a", NOW.plusSeconds(30), 50);
        put("b", NOW.plusSeconds(30), 40);
        put("n", null, 10);
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = queue.page("nuanyang", null, null, Cursor.read(after, 3), 1);
            page.items().forEach(order -> seen.add(order.orderId()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactly("n", "a", "b", "c");
        assertThat(queue.page("harbor", null, null, null, 9).items()).isEmpty();
    }

    @Test
    @DisplayName("O8 what waits for an answer is apart from what an auditor can decide")
    void waitsApart() {
        put("a", NOW, 1);
        put("asked", NOW, 2);
        database.getCollection("orders").updateOne(new Document("_id", "asked"),
                new Document("$set", new Document("state.questions.waitsFor", "buyer")));
        assertThat(queue.page("nuanyang", null, null, null, 9).items()).extracting(Order::orderId).containsExactly("a");
        assertThat(queue.page("nuanyang", "buyer", null, null, 9).items()).extracting(Order::orderId)
                .containsExactly("asked");
    }

    @Test
    @DisplayName("O8a overdue holds can be seen by themselves")
    void showsWhatIsOverdue() {
        put("late", NOW.minusSeconds(1), 1);
        put("in-time", NOW.plusSeconds(1), 1);
        assertThat(queue.page("nuanyang", null, NOW, null, 9).items()).extracting(Order::orderId)
                .containsExactly("late");
    }

    @Test
    @DisplayName("O8 O8a an order of which a part has left and the rest is held is in the queue, in its place among the others")
    void showsWhatIsPartlyShipped() {
        put("a", NOW.plusSeconds(10), 1);
        put("part", NOW.plusSeconds(20), 1, OrderFixtures.aPartlyShippedOrder());
        put("c", NOW.plusSeconds(30), 1);
        put("gone-on", 1, OrderFixtures.aPartlyShippedOrder());
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = queue.page("nuanyang", null, null, Cursor.read(after, 3), 1);
            page.items().forEach(order -> seen.add(order.orderId()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactly("a", "part", "c");
        assertThat(queue.page("nuanyang", "buyer", null, null, 9).items()).isEmpty();
        assertThat(queue.page("nuanyang", null, NOW.plusSeconds(25), null, 9).items()).extracting(Order::orderId)
                .containsExactly("a", "part");
    }

    @Test
    void runsAlongItsIndexes() {
        put("a", NOW, 1);
        var sort = compoundIndex(ascending("state.holds.dueAt"), descending("state.sale.total.minor"),
                ascending("_id"));
        for (var which : List.of(AuditQueue.held("nuanyang", null), AuditQueue.partlyShipped("nuanyang", "buyer")))
            Explained.runsAlongAnIndex(database.getCollection("orders"), which, sort);
    }

    private void put(String id, @Nullable Instant due, long value) {
        put(id, value, next(OrderFixtures.aPaidOrder().audited("v", List.of(), List.of(stockShort(due)), NOW)));
    }

    private void put(String id, @Nullable Instant due, long value, Order order) {
        put(id, value, next(order.hold(stockShort(due))));
    }

    private static Hold stockShort(@Nullable Instant due) {
        return Hold.of("h", "stock-short", List.of(), "auditor", due, null, ActorRef.system("audit"), NOW);
    }

    private void put(String id, long value, Order order) {
        var state = Document.parse(Json.STORED.convertValue(order, Document.class).toJson()).append("orderId", id);
        state.get("sale", Document.class).get("total", Document.class).append("minor", value);
        database.getCollection("orders").insertOne(new Document("_id", id).append("shop", "nuanyang").append("state",
                state));
    }
}
