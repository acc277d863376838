package io.shopcare.order.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.order.StoreInstance;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.web.Cursor;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.pull;
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
    private Timeline timeline;

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
        story.addAll(accepted(aPlacedOrder().cancel("fraud")).events());
        story.addAll(accepted(aPlacedOrder().cancel("buyer-request")).events());
    }

    @Test
    @DisplayName("O2 O6 G2 a buyer reads no hold, no suspicion, no question to an agent, no rule set, nobody's name; filed or not, page by page")
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
                    "order.question-asked.v1", "order.approved.v1", "order.question-ended.v1", "order.cancelled.v1",
                    "order.cancelled.v1");
            assertThat(read.toString()).doesNotContain("promise-needs-a-look", "nuanyang-1", "presales", "zhang-wei",
                    "fraud").contains("buyer-request");
            assertThat(read).allMatch(entry -> entry.data().get("actor").equals(new Document("kind", "staff")));
        }
    }

    @Test
    @DisplayName("O2 the shop's people read it whole")
    void tellsStaffAll() {
        keep(3);
        assertThat(timeline.of(ID, true, null, 200).items()).hasSize(story.size())
                .anyMatch(entry -> entry.data().toString().contains("promise-needs-a-look"))
                .anyMatch(entry -> entry.data().toString().contains("fraud"))
                .allMatch(entry -> entry.data().toString().contains("zhang-wei"));
    }

    /** As the store writes it, by a member of staff; of what waits for the relay so many entries are filed. */
    private void keep(int filed) {
        var uri = TestDatabase.freshUri();
        try (var instance = new StoreInstance(uri)) {
            var type = new AggregateType<>("order", Order.class, "orders", "shopcare.order.orders", Order::shop);
            instance.stores().of(type)
                    .create(ID, new CommandContext(Actor.staff("zhang-wei"), "test", null, null, null),
                            () -> Decision.accept(aPlacedOrder(), story.toArray()))
                    .orThrow();
            var orders = instance.database().getCollection("orders");
            var waiting = Objects.requireNonNull(orders.find().first()).get("outbox", Document.class)
                    .getList("pending", Document.class);
            for (var entry : waiting.stream().filter(each -> each.containsKey("event")).limit(filed).toList()) {
                instance.database().getCollection(type.timeline()).insertOne(entry.get("doc", Document.class));
                orders.updateOne(eq("_id", ID), pull("outbox.pending", eq("seq", entry.get("seq"))));
            }
        }
        timeline = new Timeline(MongoClients.create(uri).getDatabase(uri.substring(uri.lastIndexOf('/') + 1)),
                new AggregateType<>("order", Order.class, "orders", "shopcare.order.orders", Order::shop));
    }
}
