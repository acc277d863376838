package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
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
import io.shopcare.platform.sample.Box;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.TestStores;
import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Aggregates that wait at the same moment are published together: what that costs, and that one does not harm another. */
class PublishingTogetherTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final String uri = TestDatabase.freshUri();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri)).addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    var collection = event.getCommand().get(event.getCommandName());
                    asked.add(event.getCommandName() + " " + (collection.isString()
                            ? collection.asString().getValue()
                            : ""));
                }
            }).build());
    private final MongoDatabase database = client.getDatabase(uri.substring(uri.lastIndexOf('/') + 1));
    private final AggregateStore<Box> boxes = TestStores.on(database, Clock.systemUTC()).of(Box.TYPE);
    private final RelayMeter meter = new RelayMeter(new SimpleMeterRegistry());
    private final MockProducer<String, String> broker = new MockProducer<>(true, null, new StringSerializer(),
            new StringSerializer()) {
        @Override
        public void close(Duration timeout) {}
    };
    private final RelayLane lane = new RelayLane(new Outbox(database), new EventSender(
            new KafkaTemplate<>(new MockProducerFactory<>(() -> broker)), new EventSettings("/test", 1, (short) 1, 1,
                    Duration.ofSeconds(1), Duration.ofSeconds(10), 1, true, Duration.ofSeconds(10),
                    Duration.ofSeconds(10)),
            Clock.systemUTC(), meter), meter);

    @AfterEach
    void close() {
        client.close();
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
        assertThat(database.getCollection("boxes").countDocuments(new Document("outbox.since",
                new Document("$exists", true)))).isZero();
    }

    @Test
    @DisplayName("an outbox that can't be filed holds up no other that is published with it")
    void oneThatCannotBeFiledHoldsUpNoOther() throws InterruptedException {
        var ids = boxes(5);
        database.getCollection("boxes").updateOne(new Document("_id", ids.get(2)), new Document("$set",
                new Document("outbox.pending.0.doc._id", List.of("no id"))));
        ids.forEach(id -> lane.add(Box.TYPE, id));
        lane.turn();
        assertThat(broker.history()).extracting(ProducerRecord::key).containsExactly(ids.get(0), ids.get(1),
                ids.get(3), ids.get(4));
        assertThat(database.getCollection("boxes").distinct("_id", new Document("outbox.since",
                new Document("$exists", true)), String.class)).containsExactly(ids.get(2));
    }

    private List<String> boxes(int many) {
        var ids = IntStream.range(0, many).mapToObj(i -> Ids.next()).toList();
        for (var id : ids)
            boxes.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 9, java.time.Instant.EPOCH));
        return ids;
    }

    private List<String> publishing(int aggregates) throws InterruptedException {
        var ids = boxes(aggregates);
        asked.clear();
        ids.forEach(id -> lane.add(Box.TYPE, id));
        while (!lane.isEmpty())
            lane.turn();
        return List.copyOf(asked);
    }
}
