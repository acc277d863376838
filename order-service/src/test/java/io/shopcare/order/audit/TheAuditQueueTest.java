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
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static io.shopcare.order.orders.OrderFixtures.NOW;
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
    void runsAlongItsIndex() {
        put("a", NOW, 1);
        Explained.runsAlongAnIndex(database.getCollection("orders"), AuditQueue.held("nuanyang", null), compoundIndex(
                ascending("state.holds.dueAt"), descending("state.sale.total.minor"), ascending("_id")));
    }

    private void put(String id, @Nullable Instant due, long value) {
        var held = OrderFixtures.aPaidOrder().audited("v", List.of(), List.of(Hold.of("h", "stock-short", List.of(),
                "auditor", due, null, ActorRef.system("audit"), NOW)), NOW);
        var order = ((Decision.Accepted<Order>) held).aggregate();
        var state = Document.parse(Json.STORED.convertValue(order, Document.class).toJson()).append("orderId", id);
        state.get("sale", Document.class).get("total", Document.class).append("minor", value);
        database.getCollection("orders").insertOne(new Document("_id", id).append("shop", "nuanyang").append("state",
                state));
    }
}
