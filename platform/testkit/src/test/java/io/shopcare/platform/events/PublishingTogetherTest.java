package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
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
            Duration.ofSeconds(10), Duration.ZERO, 1, true, Duration.ofSeconds(10), Duration.ofSeconds(10));

    private static final Document MARKED = new Document("outbox.since", new Document("$exists", true));

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
    private final Acknowledged acknowledged = new Acknowledged(new Outbox(database), meter, Clock.systemUTC());
    private final RelayLane lane = new RelayLane(new Outbox(database), sender, meter, acknowledged);

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
        assertThat(documents.countDocuments(MARKED)).isZero();
    }

    @Test
    @DisplayName("what was just written, and nothing beside, is published without being read")
    void readsNothingThatItWasToldOf() throws InterruptedException {
        var told = told();
        var id = Ids.next();
        told.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 9, java.time.Instant.EPOCH));
        watched.forget();
        publish();
        told.decide(id, CommandContext.bySystem("put"), box -> box.put("pen")).orThrow();
        publish();
        assertThat(watched.asked()).containsExactly("insert box_timeline", "insert audit_trail", "update boxes", // opened
                "update boxes", // written
                "insert things", "insert box_timeline", "insert audit_trail", "update boxes");
        assertThat(numbers()).containsExactly("1", "2");
    }

    @Test
    @DisplayName("where more waits than was written last, all of it is read, and published in sequence")
    void readsWhatItWasNotToldOf() throws InterruptedException {
        var told = told();
        var id = boxes(1).getFirst(); // of which nobody told
        told.decide(id, CommandContext.bySystem("put"), box -> box.put("pen")).orThrow();
        publish();
        assertThat(numbers()).containsExactly("1", "2");

        told.decide(id, CommandContext.bySystem("put"), box -> box.put("cap")).orThrow();
        told.decide(id, CommandContext.bySystem("put"), box -> box.put("cup")).orThrow();
        publish();
        assertThat(numbers()).containsExactly("1", "2", "3", "4");
        assertThat(isEmpty(id)).isTrue();
    }

    @Test
    @DisplayName("what one aggregate writes again and again is sent at once, each time unread, and filed and pulled together")
    void clearsTheManyOfOneTogether() throws InterruptedException {
        var told = told();
        var id = Ids.next();
        told.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 9, java.time.Instant.EPOCH));
        watched.forget();
        lane.turn();
        for (var thing : List.of("pen", "cap", "cup")) {
            told.decide(id, CommandContext.bySystem("put"), box -> box.put(thing)).orThrow();
            lane.turn();
        }
        assertThat(numbers()).containsExactly("1", "2", "3", "4");
        assertThat(watched.asked()).containsExactly("update boxes", "update boxes", "update boxes");
        watched.forget();
        publish();
        assertThat(watched.asked()).containsExactly("insert box_timeline", "insert audit_trail", "insert things",
                "update boxes");
        assertThat(isEmpty(id)).isTrue();
        assertThat(database.getCollection("box_timeline").countDocuments()).isEqualTo(4);
    }

    @Test
    @DisplayName("what the broker has and the outbox still holds is not sent again by who sent it, however much it is")
    void sendsNothingTwice() throws InterruptedException {
        var told = told();
        var id = Ids.next();
        told.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 99, java.time.Instant.EPOCH));
        for (int i = 1; i < Outbox.OF_ONE; i++) { // three entries each, so more than are sent at once
            var thing = "pen " + i;
            told.decide(id, CommandContext.bySystem("put"), box -> box.put(thing)).orThrow();
        }
        while (!lane.isEmpty())
            lane.turn();
        boxes.decide(id, CommandContext.bySystem("put"), box -> box.put("cap")).orThrow(); // by another instance
        lane.add(Box.TYPE, id);
        while (!lane.isEmpty())
            lane.turn();
        assertThat(numbers()).hasSize(Outbox.OF_ONE + 1).doesNotHaveDuplicates();
        publish();
        assertThat(isEmpty(id)).isTrue();
    }

    @Test
    @DisplayName("who is told of the first after the second sends it again, and takes nothing out that was not filed")
    void bearsToBeToldLate() throws InterruptedException {
        var id = boxes(1).getFirst();
        boxes.decide(id, CommandContext.bySystem("put"), box -> box.put("pen")).orThrow();
        var first = new Outbox(database).pending(Box.TYPE, List.of(id), Outbox.OF_ONE).get(id).subList(0, 2);
        lane.add(Box.TYPE, id);
        lane.turn();
        lane.add(Box.TYPE, id, first, true);
        lane.turn();
        publish();
        assertThat(isEmpty(id)).isTrue();
        assertThat(database.getCollection("box_timeline").countDocuments()).isEqualTo(2);
        assertThat(database.getCollection("audit_trail").countDocuments()).isEqualTo(2);
    }

    @Test
    @DisplayName("killed after the broker took it and before it was pulled: sent again, filed once")
    void sendsAgainAfterTheKill() throws InterruptedException {
        var id = boxes(1).getFirst();
        lane.add(Box.TYPE, id);
        lane.turn();
        var outbox = new Outbox(database);
        outbox.file(outbox.pending(Box.TYPE, List.of(id), Outbox.OF_ONE).get(id)); // and had filed it
        var rest = new Acknowledged(outbox, meter, Clock.systemUTC());
        var next = new RelayLane(outbox, sender, meter, rest);
        next.add(Box.TYPE, id);
        next.turn();
        while (!rest.isEmpty())
            rest.turn();
        assertThat(numbers()).containsExactly("1", "1");
        assertThat(isEmpty(id)).isTrue();
        assertThat(database.getCollection("box_timeline").countDocuments()).isEqualTo(1);
    }

    @Test
    @DisplayName("what is written while the rest is pulled waits from then on: no sweep takes it for forgotten")
    void whatCameMeanwhileWaitsFromThenOn() {
        var id = boxes(1).getFirst();
        documents.updateOne(new Document("_id", id), new Document("$set", new Document("outbox.since", new Date(0))));
        boxes.decide(id, CommandContext.bySystem("put"), box -> box.put("pen")).orThrow();
        var now = java.time.Instant.ofEpochMilli(9_000);
        new Outbox(database).pull(Box.TYPE, java.util.Map.of(id, 2L), now);
        var left = Objects.requireNonNull(documents.find(new Document("_id", id)).first()).get("outbox",
                Document.class);
        assertThat(left.getDate("since")).isEqualTo(Date.from(now));
        assertThat(left.getList("pending", Document.class)).hasSize(3).allMatch(entry -> Outbox.number(entry) > 2);
    }

    @Test
    @DisplayName("a program that stops clears what it has published")
    void clearsBeforeItStops() {
        var leases = TestLeases.on(database, new LeaseSettings(Duration.ofSeconds(10), Duration.ofSeconds(2)));
        var relay = new Relay(new Outbox(database), sender, SETTINGS, leases, Clock.systemUTC(), meter);
        relay.start();
        var told = TestStores.on(database, Clock.systemUTC(), relay).of(Box.TYPE);
        var ids = IntStream.range(0, 20).mapToObj(i -> Ids.next()).toList();
        for (var id : ids)
            told.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 9, java.time.Instant.EPOCH));
        relay.stop();
        assertThat(broker.history()).hasSize(20);
        assertThat(ids).allMatch(this::isEmpty);
    }

    private boolean isEmpty(String id) {
        var outbox = Objects.requireNonNull(documents.find(new Document("_id", id)).first()).get("outbox",
                Document.class);
        return !outbox.containsKey("since") && outbox.getList("pending", Document.class).isEmpty();
    }

    private void publish() throws InterruptedException {
        while (!lane.isEmpty())
            lane.turn();
        while (!acknowledged.isEmpty())
            acknowledged.turn();
    }

    /** A store that tells the lane what it writes, as it tells the relay. */
    private AggregateStore<Box> told() {
        return TestStores.on(database, Clock.systemUTC(), new RelaySignal() {
            @Override
            public void wake(AggregateType<?> type, String id) {
                lane.add(type, id);
            }

            @Override
            public void wake(AggregateType<?> type, String id, List<Document> written, boolean nothingBefore) {
                lane.add(type, id, written, nothingBefore);
            }
        }).of(Box.TYPE);
    }

    private List<String> numbers() {
        return broker.history().stream().map(record -> new String(
                record.headers().lastHeader("ce_sequence").value(), java.nio.charset.StandardCharsets.UTF_8)).toList();
    }

    @Test
    @DisplayName("an outbox that can't be filed holds up no other that is filed with it, is tried again, and is not sent again")
    void oneThatCannotBeFiledHoldsUpNoOther() throws InterruptedException {
        var ids = boxes(5);
        documents.updateOne(new Document("_id", ids.get(2)), new Document("$set",
                new Document("outbox.pending.0.doc._id", List.of("no id"))));
        ids.forEach(id -> lane.add(Box.TYPE, id));
        lane.turn();
        await().until(() -> {
            acknowledged.turn();
            return documents.countDocuments(MARKED) == 1;
        });
        assertThat(documents.distinct("_id", MARKED, String.class)).containsExactly(ids.get(2));
        lane.add(Box.TYPE, ids.get(2)); // as a sweep does
        lane.turn();
        assertThat(broker.history()).extracting(ProducerRecord::key).containsExactlyElementsOf(ids);

        acknowledged.forget();
        assertThat(isEmpty(ids.get(2))).isFalse();
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

    @Test
    @DisplayName("neither others who write on nor one that can't be filed keep the sweep from the next page")
    void sweepsOnBesideOthers() {
        var pattern = Objects.requireNonNull(documents.find(new Document("_id", boxes(1).getFirst())).first());
        pattern.get("outbox", Document.class).put("since", new Date(0));
        documents.insertMany(IntStream.range(0, 1_100).mapToObj(i -> copyOf(pattern)).toList());
        documents.updateOne(new Document("_id", pattern.get("_id")), new Document("$set",
                new Document("outbox.pending.0.doc._id", List.of("no id")).append("outbox.since", new Date(0))));
        var leases = TestLeases.on(database, new LeaseSettings(Duration.ofSeconds(10), Duration.ofSeconds(2)));
        var everySecond = new EventSettings("/test", 1, (short) 1, 2, Duration.ofSeconds(1), Duration.ofSeconds(10),
                Duration.ZERO, 1, true, Duration.ofSeconds(10), Duration.ofSeconds(10));
        var relay = new Relay(new Outbox(database), sender, everySecond, leases, Clock.systemUTC(), meter);
        relay.sweeping(stores);
        leases.start();
        relay.start();
        var told = TestStores.on(database, Clock.systemUTC(), relay).of(Box.TYPE);
        var writer = Thread.startVirtualThread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                told.create(Ids.next(), CommandContext.bySystem("open"), () -> Box.open("s", "o", 9,
                        java.time.Instant.EPOCH));
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        });
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> documents.countDocuments(
                    new Document("outbox.since", new Document("$lte", new Date(0)))) == 1);
        } finally {
            writer.interrupt();
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
        publish();
        return watched.asked();
    }
}
