package io.shopcare.platform.store;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.sample.Box;
import io.shopcare.platform.testkit.services.TestDatabase;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The store on the database: the contract, and what is in the document. */
class MongoAggregateStoreTest extends AggregateStoreContract {
    private final MongoDatabase database = TestDatabase.fresh();
    private final AggregateStore<Box> boxes = store(new StoreSettings(Duration.ofSeconds(5), 200));

    @Override
    AggregateStore<Box> boxes() {
        return boxes;
    }

    @Test
    void keepsStateEventsRidersAndAuditLineInTheSameWrite() {
        var id = anOpenBox(3);
        boxes.decide(id, command("a"), box -> box.put("pen"));

        var pending = document(id).get("outbox", Document.class).getList("pending", Document.class);

        assertThat(pending).extracting(entry -> entry.getString("in")).containsExactly("box_timeline", "audit_trail",
                "things", "box_timeline", "audit_trail");
        assertThat(pending).extracting(entry -> entry.get("seq", Number.class).intValue()).containsExactly(1, 2, 3, 4,
                5);
        assertThat(pending.get(3).get("doc", Document.class).get("data", Document.class))
                .containsEntry("number", 1).containsEntry("occurredAt", "2026-11-22T12:00:00Z")
                .containsEntry("actor", new Document("kind", "staff").append("id", "mei"));
    }

    @Test
    void doesNotBringBackWhatTheRelayHasPulled() {
        var id = anOpenBox(3);
        database.getCollection("boxes").updateOne(eq("_id", id),
                new Document("$pull", new Document("outbox.pending", new Document("seq", new Document("$lte", 2)))));

        boxes.decide(id, command("a"), box -> box.put("pen"));

        assertThat(document(id).get("outbox", Document.class).getList("pending", Document.class))
                .extracting(entry -> entry.get("seq", Number.class).intValue()).containsExactly(3, 4, 5);
    }

    @Test
    void refusesMoreWhenTheBrokerHasBeenAwayForTooLong() {
        var small = store(new StoreSettings(Duration.ofSeconds(1), 7));
        var id = anOpenBox(9);
        small.decide(id, command("a"), box -> box.put("pen"));

        assertThatThrownBy(() -> small.decide(id, command("b"), box -> box.put("pen")))
                .isInstanceOf(OverloadedException.class);
        assertThat(small.find(id).orElseThrow().aggregate().things()).isEqualTo(1);
    }

    @Test
    void writesRefusalsIntoTheAuditTrail() {
        var id = anOpenBox(0);
        boxes.decide(id, command("a"), box -> box.put("pen"));

        assertThat(database.getCollection("audit_trail").find(eq("parent", id)).first())
                .containsEntry("refusal", "box-full").containsEntry("command", "put");
    }

    @Test
    void letsThoseOfOneProgramTakeTurnsInsteadOfRacing() throws Exception {
        var id = anOpenBox(60);
        var asked = new AtomicInteger();

        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = IntStream.range(0, 60).mapToObj(i -> everybody.submit(() -> boxes.decide(id, command("k" + i),
                    box -> {
                        asked.incrementAndGet();
                        return box.put("pen");
                    }).orThrow())).toList();
            for (var put : puts)
                put.get();
        }

        assertThat(boxes.find(id).orElseThrow().aggregate().things()).isEqualTo(60);
        assertThat(asked).as("each is asked once, since nobody lost a race").hasValue(60);
    }

    @Test
    void forgetsTheOldestOfManyCommands() {
        var id = anOpenBox(99);
        for (int i = 0; i < 40; i++)
            store(new StoreSettings(Duration.ofSeconds(1), 5000)).decide(id, command("k" + i), box -> box.put("pen"));

        assertThat(document(id).getList("keys", Document.class)).hasSize(Envelope.REMEMBERED_COMMANDS);
    }

    @Test
    void storesMoneyAsMinorUnitsAndTimesAsDates() {
        var state = document(anOpenBox(1)).get("state", Document.class);

        assertThat(state.get("worth", Document.class)).containsEntry("minor", 0L).containsEntry("currency", "CNY");
        assertThat(state.get("opened")).isEqualTo(java.util.Date.from(NOON));
    }

    private Document document(String id) {
        return java.util.Objects.requireNonNull(database.getCollection("boxes").find(eq("_id", id)).first());
    }

    private AggregateStore<Box> store(StoreSettings settings) {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var refusals = new Refusals(database.getCollection("audit_trail"), clock, () -> null);
        return new AggregateStores(new StoreDependencies(database, clock, settings, (type, id) -> {}, refusals,
                () -> null)).of(Box.TYPE);
    }
}
