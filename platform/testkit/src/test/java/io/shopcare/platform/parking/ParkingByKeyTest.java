package io.shopcare.platform.parking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoTimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;

import io.shopcare.platform.broker.SafeProducer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.sample.Box;
import io.shopcare.platform.sample.SampleService;
import io.shopcare.platform.sample.Trouble;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.services.ServiceTest;
import io.shopcare.platform.testkit.services.TopicReader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a consumer can't handle is parked with its key, and the rest goes on; what is away is waited for. */
@ServiceTest
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.application.name=parking-sample", "shopcare.platform.events.retry-for=500ms"})
class ParkingByKeyTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    private AggregateStore<Box> boxes;
    @Autowired
    private Queue<SampleService.Heard> heard;
    @Autowired
    private Trouble trouble;
    @Autowired
    private ParkedKeys keys;
    @Autowired
    private ParkedRecords records;
    @Autowired
    private ReplayParked replay;
    @Autowired
    private KafkaProperties kafka;
    @Autowired
    private Environment environment;
    @Autowired
    private ObjectProvider<SslBundles> ssl;

    @Test
    @DisplayName("what fails by itself is parked with all that follows under its key; other keys go on; a replay brings all in order")
    void parksAndReplays() {
        var bad = aBox();
        trouble.with(bad, 2, () -> new IllegalStateException("no such thing"));
        put(bad, 3);
        var key = parked(bad);
        var good = aBox();
        put(good, 3);

        await().untilAsserted(() -> assertThat(numbers(good)).containsExactly(1, 2, 3));
        await().untilAsserted(() -> assertThat(records.count(key.id())).isEqualTo(2));
        assertThat(numbers(bad)).containsExactly(1);
        assertThat(key.cause().type()).isEqualTo("java.lang.IllegalStateException");
        assertThat(key.shop()).isEqualTo("s");
        try (var letters = new TopicReader("test.boxes.dlt")) {
            assertThat(letters.of(bad, 1).getFirst().headers())
                    .containsEntry("parked_group", "parking-sample.things")
                    .containsEntry("parked_cause", "java.lang.IllegalStateException")
                    .containsEntry("ce_id", bad + "-3").containsKeys("parked_partition", "parked_offset");
        }

        trouble.isOver(bad, 2);
        assertThat(replay.handle(key.id(), LONG).outcome()).isEqualTo(Replayed.Outcome.FREE);
        put(bad, 1);
        await().untilAsserted(() -> assertThat(numbers(bad)).containsExactly(1, 2, 3, 4));
    }

    @Test
    @DisplayName("while something around is away the record is tried again for longer than a bad one, and nothing is parked")
    void waitsForWhatIsAway() {
        var box = aBox();
        var tries = new AtomicInteger();
        trouble.with(box, 1, () -> {
            tries.incrementAndGet();
            return new MongoTimeoutException("no server");
        });
        put(box, 2);

        await().until(() -> tries.get() >= 5); // after 0.2 + 0.4 + 0.8 + 1.6 s; a bad record is parked after 0.5 s
        assertThat(keyOf(box)).isEmpty();
        assertThat(numbers(box)).isEmpty();

        trouble.isOver(box, 1);
        await().untilAsserted(() -> assertThat(numbers(box)).containsExactly(1, 2));
    }

    @Test
    @DisplayName("a record that fails in one way and in another by turns is parked all the same")
    void parksWhatFailsInTwoWays() {
        var box = aBox();
        var tries = new AtomicInteger();
        trouble.with(box, 1, () -> tries.incrementAndGet() % 2 == 0
                ? new IllegalStateException("even")
                : new ArithmeticException("odd"));
        put(box, 1);

        assertThat(parked(box).cause().message()).isIn("even", "odd");
    }

    @Test
    @DisplayName("what is no event of the contract is parked at once, and so is what follows under its key")
    void parksWhatCannotBeRead() {
        assertThat(causeOf(record(Ids.next(), "no JSON"))).contains("is not JSON");
        assertThat(causeOf(record(Ids.next(), "[]"))).contains("is no object");
        assertThat(causeOf(record(Ids.next(), null))).contains("the value is missing");
        assertThat(causeOf(with(record(Ids.next(), "{}"), "ce_type", null))).contains("ce_type is missing");
        assertThat(causeOf(with(record(Ids.next(), "{}"), "ce_dataschema", "urn:other"))).contains("ce_dataschema");
        assertThat(causeOf(with(record(Ids.next(), "{}"), "ce_specversion", "2.0"))).contains("ce_specversion");
        assertThat(causeOf(with(record(Ids.next(), "{}"), "ce_sequence", "first"))).contains("malformed");
        assertThat(causeOf(record(Ids.next(), "{\"number\":\"many\"}"))).contains("thing.put.v1");
        assertThat(causeOf(record(null, "{}"))).contains("the key is missing");
    }

    @Test
    @DisplayName("a second instance that takes the partition over lets nothing of the key overtake, and can replay")
    void holdsAcrossARebalance() {
        var box = aBox();
        trouble.with(box, 1, () -> new IllegalStateException("here only"));
        put(box, 2);
        var key = parked(box);
        try (var second = new SpringApplicationBuilder(SampleService.class).run("--server.port=0",
                "--spring.application.name=parking-sample", "--shopcare.platform.events.partitions=2",
                "--spring.kafka.bootstrap-servers=" + environment.getProperty("spring.kafka.bootstrap-servers"),
                "--spring.data.mongodb.uri=" + environment.getProperty("spring.data.mongodb.uri"))) {
            put(box, 2);
            await().untilAsserted(() -> assertThat(records.count(key.id())).isEqualTo(4));
            @SuppressWarnings("unchecked")
            var there = (Queue<SampleService.Heard>) second.getBean("heard");
            assertThat(numbers(box)).isEmpty();
            assertThat(numbers(there, box)).isEmpty();

            assertThat(second.getBean(ReplayParked.class).handle(key.id(), LONG).ran()).isEqualTo(4);
            assertThat(numbers(there, box)).containsExactly(1, 2, 3, 4);
        }
    }

    private String causeOf(ProducerRecord<String, String> record) {
        try (var sender = new AutoCloseableTemplate(SafeProducer.of(kafka, ssl))) {
            var sent = sender.kafka().send(record).join().getRecordMetadata();
            var id = Ids.derived("parked", "parking-sample.things", "test.boxes", Integer.toString(sent.partition()),
                    record.key() == null ? "" : record.key());
            await().until(() -> keys.isParked(id));
            return String.valueOf(keys.find(id).orElseThrow().cause().message());
        }
    }

    private record AutoCloseableTemplate(KafkaTemplate<String, String> kafka) implements AutoCloseable {
        @Override
        public void close() {
            kafka.getProducerFactory().reset();
        }
    }

    private static ProducerRecord<String, String> record(@Nullable String key,
            @Nullable String value) {
        var record = new ProducerRecord<>("test.boxes", key, value);
        List.of("ce_specversion=1.0", "ce_id=x", "ce_type=thing.put.v1", "ce_subject=x", "ce_sequence=1",
                "ce_time=" + Instant.EPOCH, "ce_dataschema=urn:shopcare:schema:thing.put.v1").forEach(
                        header -> record.headers().add(header.split("=")[0], header.split("=")[1].getBytes(UTF_8)));
        return record;
    }

    private static ProducerRecord<String, String> with(ProducerRecord<String, String> record, String header,
            @Nullable String value) {
        record.headers().remove(header);
        if (value != null)
            record.headers().add(header, value.getBytes(UTF_8));
        return record;
    }

    private ParkedKey parked(String box) {
        await().until(() -> !keyOf(box).isEmpty());
        return keyOf(box).getFirst();
    }

    private List<ParkedKey> keyOf(String box) {
        return keys.list("things", java.util.Set.of("s"), null, 1000).stream().filter(key -> box.equals(key.key()))
                .toList();
    }

    private List<Integer> numbers(String box) {
        return numbers(heard, box);
    }

    private static List<Integer> numbers(Queue<SampleService.Heard> of, String box) {
        return of.stream().filter(one -> one.meta().subject().equals(box)).map(one -> one.data().number()).toList();
    }

    private String aBox() {
        var id = Ids.next();
        boxes.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 100, Instant.EPOCH));
        return id;
    }

    private void put(String box, int things) {
        for (int i = 0; i < things; i++)
            boxes.decide(box, CommandContext.bySystem("put"), now -> now.put("thing")).orThrow();
    }
}
