package io.shopcare.platform.parking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.sample.SampleService;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.ServiceTest;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Admins see what is parked and why, run it again, or give it up for a reason. */
@ServiceTest
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.application.name=parking-sample", "shopcare.platform.events.retry-for=500ms"})
class AdministeringParkedTest {
    private static final String PARKED = "/api/service/admin/parked";
    private static final AtomicLong OFFSETS = new AtomicLong(1_000);
    private static final TestPerson ADMIN = TestPerson.staff("root", "admin", "s");

    @Autowired
    private Api api;
    @Autowired
    private Parking parking;
    @Autowired
    private Readers readers;
    @Autowired
    private ParkedKeys keys;
    @Autowired
    private MongoDatabase database;
    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void nothingIsParked() {
        database.getCollection("parked_keys").deleteMany(new Document());
        database.getCollection("parked").deleteMany(new Document());
    }

    @Test
    @DisplayName("G2 is for admins of the shop alone; what can't be read is for all of them")
    void isForAdmins() {
        var id = parked("s", Ids.next());
        parked("other", Ids.next());
        var unreadable = parked(null, Ids.next());

        api.get(PARKED).expect(401);
        api.as(TestPerson.staff("mei", "presales", "s")).get(PARKED).expect(403);
        assertThat(api.as(ADMIN).get(PARKED).expect(200).json().at("/items").findValuesAsText("parkedId"))
                .containsExactlyInAnyOrder(id, unreadable);
        var stranger = api.as(TestPerson.staff("root", "admin", "elsewhere"));
        stranger.get(PARKED + "/" + id).expect(404);
        stranger.post(PARKED + "/" + id + "/replays", null).expect(404);
        stranger.post(PARKED + "/" + id + "/discards", Map.of("offset", 1, "reason", "x")).expect(404);
        stranger.get(PARKED + "/" + unreadable).expect(200);
    }

    @Test
    void listsByPageAndSubscription() {
        for (int i = 0; i < 5; i++)
            parked("s", Ids.next());
        var first = api.as(ADMIN).get(PARKED + "?limit=3&subscription=things").expect(200);
        var second = api.as(ADMIN).get(PARKED + "?limit=3&subscription=things&after=" + first.at("/next")).expect(200);

        assertThat(first.json().at("/items")).hasSize(3);
        assertThat(second.json().at("/items")).hasSize(2);
        assertThat(second.json().has("next")).isFalse();
        assertThat(api.as(ADMIN).get(PARKED + "?subscription=others").expect(200).json().at("/items")).isEmpty();
        assertThat(meters.get("shopcare.parked.keys").tag("subscription", "things").gauge().value()).isEqualTo(5);
    }

    @Test
    void showsCauseAndContent() {
        var box = Ids.next();
        var shown = api.as(ADMIN).get(PARKED + "/" + parked("s", box)).expect(200).json();

        assertThat(shown.at("/parked/cause/type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(shown.at("/parked/cause/message").asText()).isEqualTo("no such thing");
        assertThat(shown.at("/parked/key").asText()).isEqualTo(box);
        assertThat(shown.at("/parked/waiting").asInt()).isEqualTo(1);
        assertThat(shown.at("/records/0/value").asText()).contains("\"number\":");
        assertThat(shown.at("/records/0/headers/ce_type").asText()).isEqualTo("thing.put.v1");
    }

    @Test
    void runsOneKeyAgain() {
        var id = parked("s", Ids.next());
        var admin = api.as(ADMIN).with("Idempotency-Key", "again");

        assertThat(admin.post(PARKED + "/" + id + "/replays", null).expect(200).at("/outcome")).isEqualTo("FREE");
        assertThat(keys.isParked(id)).isFalse();
        assertThat(admin.post(PARKED + "/" + id + "/replays", null).expect(200).at("/outcome")).isEqualTo("FREE");
        api.as(ADMIN).send("POST", PARKED + "/" + id + "/replays", null).expect(400);
    }

    @Test
    void saysThatAnotherReplayIsAtIt() {
        var id = parked("s", Ids.next());
        keys.claim(id, "another", Instant.now(), Instant.now().plusSeconds(60));

        assertThat(api.as(ADMIN).post(PARKED + "/" + id + "/replays", null).expect(409).at("/reason"))
                .isEqualTo("replay-under-way");
    }

    @Test
    void runsAllOfASubscriptionAgain() {
        for (int i = 0; i < 4; i++)
            parked("s", Ids.next());
        var bad = parked(null, Ids.next());

        var ran = api.as(ADMIN).post(PARKED + "/replays?subscription=things", null).expect(200).json();

        assertThat(ran.at("/freed").asInt()).isEqualTo(4);
        assertThat(ran.at("/stuck").asInt()).isEqualTo(1);
        assertThat(ran.has("next")).isFalse();
        assertThat(keys.find(bad).orElseThrow().tries()).isEqualTo(2);
    }

    @Test
    @DisplayName("discards the first of a key, once, with reason and name in the audit trail; the rest waits for a replay")
    void discardsForAReason() {
        var box = Ids.next();
        var id = parked("s", box);
        long first = OFFSETS.get();
        long second = OFFSETS.incrementAndGet();
        parking.queues(things(), record("s", box, second));
        var admin = api.as(ADMIN);

        admin.post(PARKED + "/" + id + "/discards", Map.of("offset", first)).expect(400);
        assertThat(admin.post(PARKED + "/" + id + "/discards", Map.of("offset", second, "reason", "x")).expect(409)
                .at("/reason")).isEqualTo("not-the-first");
        for (int i = 0; i < 2; i++)
            assertThat(
                    admin.post(PARKED + "/" + id + "/discards", Map.of("offset", first, "reason", "a test")).expect(200)
                            .at("/left"))
                    .isEqualTo("1");

        assertThat(database.getCollection("audit_trail").find(new Document("parent", id)).map(
                line -> line.getString("command") + " " + line.getEmbedded(List.of("actor", "id"),
                        String.class)
                        + " " + line.getEmbedded(List.of("facts", "reason"), String.class)))
                .containsExactly("discard root a test");
        assertThat(admin.post(PARKED + "/" + id + "/replays", null).expect(200).at("/ran")).isEqualTo("1");
    }

    private Reader things() {
        return readers.all().stream().filter(one -> one.subscription().equals("things")).findFirst().orElseThrow();
    }

    /** A key that failed once and would not fail again. */
    private String parked(@Nullable String shop, String box) {
        var reader = things();
        var record = record(shop, box, OFFSETS.incrementAndGet());
        parking.park(reader, record, new IllegalStateException("no such thing"));
        return reader.keyId(record);
    }

    private static ConsumerRecord<String, String> record(@Nullable String shop, String box,
            long offset) {
        var value = shop == null ? "no JSON" : "{\"shop\":\"" + shop + "\",\"number\":" + offset + "}";
        var record = new ConsumerRecord<>("test.boxes", 0, offset, box, value);
        Map.of("ce_specversion", "1.0", "ce_id", box + "-" + offset, "ce_type", "thing.put.v1", "ce_subject", box,
                "ce_sequence", Long.toString(offset), "ce_time", Instant.EPOCH.toString(), "ce_dataschema",
                "urn:shopcare:schema:thing.put.v1")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
