package io.shopcare.platform.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.sample.Box;
import io.shopcare.platform.sample.SampleService;
import io.shopcare.platform.sample.Trouble;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.ServiceTest;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is kept of events, built anew from the topics, equals what is there; and where it does not, it is named. */
@ServiceTest
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.application.name=parking-sample", "shopcare.platform.events.retry-for=500ms"})
class RebuildingTest {
    private static final String REBUILDS = "/api/service/admin/rebuilds";
    private static final String PARKED = "/api/service/admin/parked";
    private static final TestPerson ADMIN = TestPerson.staff("root", "admin", "s");

    @Autowired
    private AggregateStore<Box> boxes;
    @Autowired
    private MongoDatabase database;
    @Autowired
    private MongoDatabaseFactory databases;
    @Autowired
    private Trouble trouble;
    @Autowired
    private Api api;

    @Test
    void findsThatAllIsAsTheTopicsTell() {
        var box = aBox(5);
        until(box, 5);

        var rebuild = rebuilt();

        assertThat(rebuild.differences()).isEmpty();
        assertThat(rebuild.records()).isEqualTo(rebuild.of()).isPositive();
        assertThat(rebuild.compared()).isPositive();
    }

    @Test
    @DisplayName("names a fact that was changed, one that is gone and one that no event tells of, without their contents")
    void namesWhatDiffers() {
        var counted = database.getCollection("counted");
        var changed = aBox(3);
        var gone = aBox(2);
        var invented = Ids.next();
        until(changed, 3);
        until(gone, 2);
        var as = counted.find(new Document("_id", gone)).first();
        counted.updateOne(new Document("_id", changed), new Document("$set", new Document("fact.things", 99)));
        counted.deleteOne(new Document("_id", gone));
        counted.insertOne(new Document("_id", invented).append("seq", 1L).append("fact", new Document("things", 1)));

        var found = rebuilt();

        counted.deleteOne(new Document("_id", invented));
        counted.updateOne(new Document("_id", changed), new Document("$set", new Document("fact.things", 3)));
        counted.insertOne(as);
        assertThat(found.different()).isEqualTo(3);
        assertThat(found.differences()).containsExactlyInAnyOrder(
                new Difference("counted", changed, Difference.Kind.DIFFERENT),
                new Difference("counted", gone, Difference.Kind.MISSING),
                new Difference("counted", invented, Difference.Kind.EXTRA));
    }

    @Test
    @DisplayName("calls nothing different while events go on")
    void bearsThatEventsGoOn() throws Exception {
        var going = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> {
                for (var box = aBox(0); going.get();) {
                    put(box, 1);
                    Thread.yield();
                }
                return null;
            });
            try {
                assertThat(rebuilt().differences()).filteredOn(one -> one.kind() != Difference.Kind.MOVING).isEmpty();
            } finally {
                going.set(false);
            }
            writing.get();
        }
    }

    @Test
    @DisplayName("leaves out what is parked and what was discarded, since the live consumer has not handled it either")
    void leavesOutWhatIsSetAside() {
        var box = aBox(0);
        trouble.with(box, -2, () -> new IllegalStateException("no"));
        put(box, 3);
        await().until(() -> parkedWithAnother(box) != null);
        var parked = PARKED + "/" + parkedWithAnother(box);
        assertThat(rebuilt().differences()).isEmpty();

        var first = api.as(ADMIN).get(parked).expect(200).json().at("/records/0/offset").asLong();
        api.as(ADMIN).post(parked + "/discards", Map.of("offset", first, "reason", "a test")).expect(200);
        api.as(ADMIN).post(parked + "/replays", null).expect(200);
        until(box, 2);

        var rebuild = rebuilt();
        assertThat(rebuild.differences()).isEmpty();
        assertThat(rebuild.setAside()).isPositive();
    }

    @Test
    @DisplayName("one at a time, for admins; what a killed one left is dropped by the next")
    void takesOverFromOneThatDied() {
        var dead = Rebuild.begin(Ids.next(), Instant.now().minusSeconds(300));
        new Rebuilds(database).note(dead);
        var left = databases.getMongoDatabase(
                database.getName() + "_rebuild_" + dead.rebuildId().substring(24)).getCollection("counted");
        left.insertOne(new Document("_id", "left"));
        assertThat(api.as(ADMIN).get(REBUILDS + "/" + dead.rebuildId()).expect(200).at("/phase"))
                .isEqualTo("BROKEN_OFF");

        api.as(TestPerson.staff("mei", "presales", "s")).post(REBUILDS, null).expect(403);
        new Rebuilds(database).note(Rebuild.begin(Ids.next(), Instant.now().minusSeconds(57)));
        assertThat(api.as(ADMIN).post(REBUILDS, null).expect(409).at("/reason")).isEqualTo("rebuild-under-way");
        await().until(() -> rebuilt().different() == 0);

        assertThat(left.countDocuments()).isZero();
    }

    private Rebuild rebuilt() {
        var begun = await().until(() -> api.as(ADMIN).post(REBUILDS, null), answer -> answer.status() == 202);
        var id = begun.at("/rebuildId");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> new Rebuilds(database).find(id).orElseThrow().phase().isEnd());
        var ended = new Rebuilds(database).find(id).orElseThrow();
        assertThat(ended.phase()).as("%s", ended.problem()).isEqualTo(Rebuild.Phase.FINISHED);
        return ended;
    }

    private @Nullable String parkedWithAnother(String box) {
        var items = api.as(ADMIN).get(PARKED + "?subscription=counts&limit=200").expect(200).json()
                .at("/items");
        for (var item : items)
            if (item.at("/key").asText().equals(box) && item.at("/waiting").asInt() == 2)
                return item.at("/parkedId").asText();
        return null;
    }

    private void until(String box, int things) {
        await().until(() -> List.of(things).equals(database.getCollection("counted").find(new Document("_id", box))
                .map(found -> found.getEmbedded(List.of("fact", "things"), Integer.class))
                .into(new ArrayList<>())));
    }

    private String aBox(int things) {
        var id = Ids.next();
        boxes.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 1_000_000, Instant.EPOCH));
        put(id, things);
        return id;
    }

    private void put(String box, int things) {
        for (int i = 0; i < things; i++)
            boxes.decide(box, CommandContext.bySystem("put"), now -> now.put("thing")).orThrow();
    }
}
