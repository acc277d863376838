package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.leases.LeaseSettings;
import io.shopcare.platform.leases.TestLeases;
import io.shopcare.platform.sample.Box;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.RelaySignal;
import io.shopcare.platform.store.TestStores;
import io.shopcare.platform.testkit.services.WatchedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Aggregates that wait at the same moment are published together: what that costs, and that one does not harm another. */
class PublishingTogetherTest {
    private static final EventSettings SETTINGS = new EventSettings("/test", 1, (short) 1, 2, Duration.ofHours(1),
            Duration.ofSeconds(10), 1, true, Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final WatchedDatabase watched = WatchedDatabase.fresh();
    private final MongoDatabase database = watched.database();
    private final MongoCollection<Document> documents = database.getCollection("boxes");
    private final AggregateStores stores = TestStores.on(database, Clock.systemUTC());
    private final AggregateStore<Box> boxes = stores.of(Box.TYPE);
    private final RelayMeter meter = new RelayMeter(new SimpleMeterRegistry());
    private final MockProducer<String, String> broker = new MockProducer<>(true, null, new StringSerializer(),
            new StringSerializer()) {
        @Override
        public void close(Duration timeout) {}
    };
    private final EventSender sender = new EventSender(new KafkaTemplate<>(new MockProducerFactory<>(() -> broker)),
            SETTINGS, Clock.systemUTC(), meter);
    private final RelayLane lane = new RelayLane(new Outbox(database), sender, meter);

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void publishesOneByFourCommands() throws InterruptedException {
        assertThat(publishing(1)).containsExactly("find boxes", "insert box_timeline", "insert audit_trail",
                "update boxes");
    }

    @Test
    @DisplayName("a hundred aggregates are published by as many commands as one")
    void publishesAHundredByFourCommands() throws InterruptedException {
        assertThat(publishing(100)).containsExactly("find boxes", "insert box_timeline", "insert audit_trail",
                "update boxes");
        assertThat(broker.history()).hasSize(100);
        assertThat(documents.countDocuments(new Document("outbox.since",
                new Document("$exists", true)))).isZero();
    }

    @Test
    @DisplayName("what was just written, and nothing beside, is published without being read")
    void readsNothingThatItWasToldOf() throws InterruptedException {
        var told = told();
        var id = Ids.next();
        told.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 9, java.time.Instant.EPOCH));
        watched.forget();
        lane.turn();
        told.decide(id, CommandContext.bySystem("put"), box -> box.put("pen")).orThrow();
        lane.turn();
        assertThat(watched.asked()).containsExactly("insert box_timeline", "insert audit_trail", "update boxes", // opened
                "find boxes", "update boxes", // asked and written
                "insert things", "insert box_timeline", "insert audit_trail", "update boxes");
        assertThat(numbers()).containsExactly("1", "2");
    }

    @Test
    @DisplayName("where more waits than was written last, all of it is read, and published in sequence")
    void readsWhatItWasNotToldOf() throws InterruptedException {
        var told = told();
        var id = boxes(1).getFirst(); // of which nobody told
        told.decide(id, CommandContext.bySystem("put"), box -> box.put("pen")).orThrow();
        lane.turn();
        assertThat(numbers()).containsExactly("1", "2");

        told.decide(id, CommandContext.bySystem("put"), box -> box.put("cap")).orThrow();
        told.decide(id, CommandContext.bySystem("put"), box -> box.put("cup")).orThrow();
        lane.turn();
        assertThat(numbers()).containsExactly("1", "2", "3", "4");
        assertThat(Objects.requireNonNull(documents.find(new Document("_id", id)).first())
                .get("outbox", Document.class)).doesNotContainKey("since");
    }

    /** A store that tells the lane what it writes, as it tells the relay. */
    private AggregateStore<Box> told() {
        return TestStores.on(database, Clock.systemUTC(), new RelaySignal() {
            @Override
            public void wake(AggregateType<?> type, String id) {
                lane.add(type, id);
            }

            @Override
            public void wake(AggregateType<?> type, String id, List<Document> all) {
                lane.add(type, id, all);
            }
        }).of(Box.TYPE);
    }

    private List<String> numbers() {
        return broker.history().stream().map(record -> new String(
                record.headers().lastHeader("ce_sequence").value(), java.nio.charset.StandardCharsets.UTF_8)).toList();
    }

    @Test
    @DisplayName("an outbox that can't be filed holds up no other that is published with it")
    void oneThatCannotBeFiledHoldsUpNoOther() throws InterruptedException {
        var ids = boxes(5);
        documents.updateOne(new Document("_id", ids.get(2)), new Document("$set",
                new Document("outbox.pending.0.doc._id", List.of("no id"))));
        ids.forEach(id -> lane.add(Box.TYPE, id));
        lane.turn();
        assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly(ids.get(0), ids.get(1),
                ids.get(3), ids.get(4));
        assertThat(documents.distinct("_id", new Document("outbox.since",
                new Document("$exists", true)), String.class)).containsExactly(ids.get(2));
    }

    @Test
    @DisplayName("after the broker was away long, what waits is swept page after page, not a page for each pause")
    void sweepsOnWhileSomethingComesOfIt() {
        var pattern = Objects.requireNonNull(documents.find(new Document("_id", boxes(1).getFirst())).first());
        pattern.get("outbox", Document.class).put("since", new Date(0));
        documents.insertMany(IntStream.range(0, 1_100).mapToObj(i -> copyOf(pattern)).toList());
        var leases = TestLeases.on(database, new LeaseSettings(Duration.ofSeconds(10), Duration.ofSeconds(2)));
        var relay = new Relay(new Outbox(database), sender, SETTINGS, leases, Clock.systemUTC(), meter);
        relay.sweeping(stores);
        leases.start();
        relay.start();
        try {
            await().until(() -> broker.history().stream().map(ProducerRecord::key).distinct().count() == 1_100);
        } finally {
            relay.stop();
            leases.stop();
        }
    }

    private static Document copyOf(Document pattern) {
        return Document.parse(pattern.toJson().replace(pattern.getString("_id"), Ids.next()));
    }

    private List<String> boxes(int many) {
        var ids = IntStream.range(0, many).mapToObj(i -> Ids.next()).toList();
        for (var id : ids)
            boxes.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 9, java.time.Instant.EPOCH));
        return ids;
    }

    private List<String> publishing(int aggregates) throws InterruptedException {
        var ids = boxes(aggregates);
        watched.forget();
        ids.forEach(id -> lane.add(Box.TYPE, id));
        while (!lane.isEmpty())
            lane.turn();
        return watched.asked();
    }
}
