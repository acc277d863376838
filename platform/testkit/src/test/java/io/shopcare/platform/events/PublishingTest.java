package io.shopcare.platform.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.leases.Leases;
import io.shopcare.platform.sample.Box;
import io.shopcare.platform.sample.SampleService;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.ServiceTest;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.platform.testkit.services.TopicReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is stored is published: in sequence, at least once, and told to every subscription. */
@ServiceTest
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.application.name=sample")
class PublishingTest {
    @Autowired
    private AggregateStore<Box> boxes;
    @Autowired
    private MongoDatabase database;
    @Autowired
    private Queue<SampleService.Heard> heard;
    @Autowired
    private Relay relay;
    @Autowired
    private Leases leases;
    @Autowired
    private Environment environment;
    @Autowired
    private Api api;

    @Test
    void publishesInCloudEventsBinaryMode() {
        var id = aBoxWith(1);
        try (var topic = new TopicReader("test.boxes")) {
            var event = topic.of(id, 2).get(1);
            assertThat(event.headers()).containsEntry("ce_specversion", "1.0").containsEntry("ce_id", id + "-2")
                    .containsEntry("ce_type", "thing.put.v1").containsEntry("ce_subject", id)
                    .containsEntry("ce_dataschema", "urn:shopcare:schema:thing.put.v1")
                    .containsEntry("ce_sequence", "2").containsEntry("ce_sequencetype", "Integer")
                    .containsEntry("content-type", "application/json").containsKeys("ce_time", "ce_source");
            assertThat(event.data().at("/number").asInt()).isEqualTo(1);
            assertThat(event.data().at("/actor/kind").asText()).isEqualTo("system");
        }
    }

    @Test
    void publishesInSequenceWithoutAGap() {
        var id = aBoxWith(40);
        try (var topic = new TopicReader("test.boxes")) {
            var sequences = topic.of(id, 41).stream().map(TopicReader.Heard::sequence).distinct().toList();
            assertThat(sequences).containsExactlyElementsOf(LongStream.rangeClosed(1, 41).boxed().toList());
        }
    }

    @Test
    void filesRidersAndTimelineAndEmptiesTheOutbox() {
        var id = aBoxWith(3);
        await().untilAsserted(() -> assertThat(outbox(id)).doesNotContainKey("since")
                .extractingByKey("pending").asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty());
        assertThat(database.getCollection("things").find(new Document("parent", id)).map(d -> d.getString("name")))
                .containsExactlyInAnyOrder("thing 1", "thing 2", "thing 3");
        assertThat(database.getCollection("box_timeline").countDocuments(new Document("parent", id))).isEqualTo(4);
        assertThat(database.getCollection("audit_trail").countDocuments(new Document("parent", id))).isEqualTo(4);
        assertThat(boxes.find(id).orElseThrow().version()).isEqualTo(4);
    }

    @Test
    @DisplayName("a relay that dies after the broker's acknowledgement and before the pull repeats, and no consumer minds")
    void repeatsAfterACrashBeforeThePull() {
        var id = aBoxWith(2);
        await().until(() -> !outbox(id).containsKey("since"));
        var told = database.getCollection("box_timeline").find(new Document("parent", id)).sort(new Document("seq", 1))
                .into(new java.util.ArrayList<>());
        var again = IntStream.range(0, told.size()).mapToObj(i -> new Document("seq", (long) i + 1)
                .append("in", "box_timeline").append("doc", told.get(i)).append("event", true)).toList();
        database.getCollection("boxes").updateOne(new Document("_id", id), new Document("$set",
                new Document("outbox.pending", again).append("outbox.since", new java.util.Date(0))));

        await().until(() -> !outbox(id).containsKey("since"));
        assertThat(database.getCollection("box_timeline").countDocuments(new Document("parent", id))).isEqualTo(3);
        try (var topic = new TopicReader("test.boxes")) {
            assertThat(topic.of(id, 6).stream().map(TopicReader.Heard::sequence)).containsExactly(1L, 2L, 3L, 1L, 2L,
                    3L);
        }
    }

    @Test
    @DisplayName("a relay that dies between the pull and the unmark leaves a mark that the sweep removes")
    void sweepsAMarkThatIsLeft() {
        var id = aBoxWith(1);
        await().until(() -> !outbox(id).containsKey("since"));
        database.getCollection("boxes").updateOne(new Document("_id", id),
                new Document("$set", new Document("outbox.since", new java.util.Date(0))));

        await().until(() -> !outbox(id).containsKey("since"));
    }

    @Test
    @DisplayName("entries that no signal told of are found by the sweep")
    void sweepsWhatNoSignalToldOf() {
        relay.stop();
        var id = aBoxWith(3);
        assertThat(outbox(id).getList("pending", Document.class)).isNotEmpty();
        relay.start();
        try (var topic = new TopicReader("test.boxes")) {
            assertThat(topic.of(id, 4)).hasSize(4);
        }
    }

    @Test
    @DisplayName("entries of a program whose clock was ahead when it was killed are found by the sweep")
    void sweepsWhatAClockAheadHasMarked() {
        relay.stop();
        var id = aBoxWith(3);
        database.getCollection("boxes").updateOne(new Document("_id", id), new Document("$set",
                new Document("outbox.since", java.util.Date.from(Instant.now().plusSeconds(600)))));
        relay.start();
        try (var topic = new TopicReader("test.boxes")) {
            assertThat(topic.of(id, 4)).hasSize(4);
        }
    }

    @Test
    @DisplayName("many aggregates that waited are published together, each in sequence; a long one in several goes")
    void publishesWhatWaitedTogether() {
        relay.stop();
        var ids = IntStream.range(0, 150).mapToObj(i -> aBoxWith(i % 3)).toList();
        var full = aBoxWith(70);
        relay.start();
        try (var topic = new TopicReader("test.boxes")) {
            for (int i = 0; i < ids.size(); i++)
                assertThat(topic.of(ids.get(i), i % 3 + 1).stream().map(TopicReader.Heard::sequence).distinct())
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, i % 3 + 1).boxed().toList());
            assertThat(topic.of(full, 71).stream().map(TopicReader.Heard::sequence).distinct())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 71).boxed().toList());
        }
        await().until(() -> !outbox(full).containsKey("since"));
        assertThat(outbox(full).getList("pending", Document.class)).isEmpty();
    }

    @Test
    @DisplayName("what another instance wrote and did not publish is left to whoever holds the lease of its shard")
    void sweepsOnlyWhatItHoldsTheLeaseOf() {
        relay.stop();
        leases.stop();
        var id = aBoxWith(1);
        relay.start();
        try (var topic = new TopicReader("test.boxes")) {
            var marker = aBoxWith(0); // signalled: the relay runs
            topic.of(marker, 1);
            await().during(Duration.ofMillis(600)).until(() -> outbox(id).containsKey("since"));
            leases.start();
            assertThat(topic.of(id, 2)).hasSize(2);
        }
    }

    @Test
    @DisplayName("two instances on one database publish every sequence, in order of first occurrence")
    void sharesTheWorkWithASecondInstance() {
        try (var second = new SpringApplicationBuilder(SampleService.class).run("--server.port=0",
                "--spring.application.name=sample", "--shopcare.platform.events.partitions=2",
                "--spring.kafka.bootstrap-servers=" + environment.getProperty("spring.kafka.bootstrap-servers"),
                "--spring.data.mongodb.uri=" + environment.getProperty("spring.data.mongodb.uri"),
                "--shopcare.platform.events.sweep-every=50ms")) {
            @SuppressWarnings("unchecked")
            var other = (AggregateStore<Box>) second.getBean("boxes");
            var id = aBoxWith(0);
            for (int i = 1; i <= 30; i++) {
                var thing = "thing " + i;
                (i % 2 == 0 ? boxes : other).decide(id, CommandContext.bySystem("put"), box -> box.put(thing))
                        .orThrow();
            }
            try (var topic = new TopicReader("test.boxes")) {
                topic.until(event -> event.subject().equals(id) && event.sequence() == 31, 1);
                assertThat(topic.of(id, 31).stream().map(TopicReader.Heard::sequence).distinct())
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, 31).boxed().toList());
            }
        }
    }

    @Test
    void tellsEverySubscription() {
        var id = aBoxWith(5);
        await().untilAsserted(() -> assertThat(heard.stream().filter(h -> h.meta().subject().equals(id))
                .map(h -> h.data().number()).distinct()).containsExactly(1, 2, 3, 4, 5));
        var first = heard.stream().filter(h -> h.meta().subject().equals(id)).findFirst().orElseThrow();
        assertThat(first.meta().sourceKey()).isEqualTo("test.boxes/" + id);
        assertThat(first.meta().sequence()).isEqualTo(2);
    }

    @Test
    @DisplayName("G9 carries the trace of a request through the outbox and the topic to the handler")
    void carriesTheTrace() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var caller = api.as(TestPerson.staff("bao", "packer", "s")).with("traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01");
        var id = caller.post("/api/boxes", "{\"shop\":\"s\",\"room\":3,\"colour\":\"RED\"}").expect(201).at("/id");
        caller.post("/api/boxes/" + id + "/things", "{\"name\":\"pen\"}").expect(200);

        try (var topic = new TopicReader("test.boxes")) {
            assertThat(topic.of(id, 2)).allSatisfy(event -> assertThat(event.headers().get("traceparent"))
                    .startsWith("00-" + trace));
        }
        await().until(() -> heard.stream().anyMatch(h -> h.meta().subject().equals(id)));
        assertThat(heard.stream().filter(h -> h.meta().subject().equals(id))).allSatisfy(
                h -> assertThat(h.trace()).isEqualTo(trace));
    }

    private String aBoxWith(int things) {
        var id = Ids.next();
        boxes.create(id, CommandContext.bySystem("open"), () -> Box.open("s", "o", 100, java.time.Instant.EPOCH));
        for (int i = 1; i <= things; i++) {
            var thing = "thing " + i;
            boxes.decide(id, CommandContext.bySystem("put"), box -> box.put(thing)).orThrow();
        }
        return id;
    }

    private Document outbox(String id) {
        return Objects.requireNonNull(database.getCollection("boxes").find(new Document("_id", id)).first())
                .get("outbox", Document.class);
    }
}
