package io.shopcare.order.orders;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.EventType;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

import static io.shopcare.order.orders.OrderFixtures.AN;
import static io.shopcare.order.orders.OrderFixtures.NOW;
import static io.shopcare.order.orders.OrderFixtures.aHeldOrder;
import static io.shopcare.order.orders.OrderFixtures.aPlacedOrder;
import static io.shopcare.order.orders.OrderFixtures.aQuestion;
import static io.shopcare.order.orders.OrderFixtures.accepted;
import static org.assertj.core.api.Assertions.assertThat;

/** Who reads what of an order's story: filed already, or still waiting in its outbox. */
@Tag("O2")
class TheTimelineTest {
    private static final String ID = "order-1";
    private final MongoDatabase database = TestDatabase.fresh();
    private final Timeline timeline = new Timeline(database,
            new AggregateType<>("order", Order.class, "orders", "shopcare.order.orders", Order::shop));

    /** Placed, held for a suspicion, an agent and the buyer are asked, let through. */
    private final List<Object> story = new ArrayList<>();

    @BeforeEach
    void itHappened() {
        var toAgent = accepted(aHeldOrder().ask(aQuestion("presales", "price")));
        var toBuyer = accepted(aHeldOrder().ask(aQuestion("buyer", "address")));
        story.addAll(accepted(aPlacedOrder(ID)).events());
        story.add(Holding.held(aHeldOrder(), aHeldOrder().holds().open(), "nuanyang-1"));
        story.addAll(toAgent.events());
        story.addAll(toBuyer.events());
        story.addAll(accepted(toBuyer.aggregate().approve(AN, "buyer-agreed", null, NOW)).events());
    }

    @Test
    @DisplayName("O2 O6 G2 a buyer reads no hold, no question to an agent, no rule set; filed or not, page by page")
    void tellsBuyersWhatIsTheirs() {
        for (int filed : List.of(0, 3, story.size())) {
            keep(filed);
            var read = new ArrayList<Timeline.Entry>();
            String after = null;
            do {
                var page = timeline.of(ID, false, Cursor.read(after, 1), 2);
                read.addAll(page.items());
                after = page.next();
            } while (after != null);
            assertThat(read).extracting(Timeline.Entry::type).containsExactly("order.placed.v1",
                    "order.question-asked.v1", "order.approved.v1", "order.question-ended.v1");
            assertThat(read.toString()).doesNotContain("promise-needs-a-look", "nuanyang-1", "presales");
        }
    }

    @Test
    @DisplayName("O2 the shop's people read it whole")
    void tellsStaffAll() {
        keep(3);
        assertThat(timeline.of(ID, true, null, 200).items()).hasSize(story.size())
                .anyMatch(entry -> entry.data().toString().contains("promise-needs-a-look"));
    }

    private void keep(int filed) {
        database.getCollection("order_timeline").drop();
        database.getCollection("orders").drop();
        var waiting = new ArrayList<Document>();
        for (int i = 0; i < story.size(); i++) {
            var entry = new Document("_id", ID + "/" + i).append("parent", ID).append("seq", i + 1L)
                    .append("type", story.get(i).getClass().getAnnotation(EventType.class).value())
                    .append("at", Date.from(NOW))
                    .append("data", Json.STORED.convertValue(story.get(i), Document.class));
            if (i < filed)
                database.getCollection("order_timeline").insertOne(entry);
            else
                waiting.add(new Document("in", "order_timeline").append("doc", entry));
        }
        database.getCollection("orders").insertOne(new Document("_id", ID).append("outbox",
                new Document("pending", waiting)));
    }
}
