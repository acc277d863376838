package io.shopcare.crm.http;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.crm.news.Story;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Profiles, trails and facts are functions of the topics: built anew from them they are the same. */
@CrmTest
class RebuildingCustomersTest {
    private static final String REBUILDS = "/api/crm/admin/rebuilds";
    private static final TestPerson ADMIN = TestPerson.staff("admin", "admin", "nuanyang");

    @Autowired
    private Api api;
    @Autowired
    private Wire wire;
    @Autowired
    private MongoDatabase database;
    @Autowired
    private List<Subscription> subscriptions;

    @BeforeEach
    void theStoryIsHeard() {
        wire.publish(Story.happenings());
    }

    @Test
    void equalsWhatIsThere() {
        var rebuilt = rebuilt();

        assertThat(rebuilt.at("/differences")).isEmpty();
        assertThat(rebuilt.at("/compared").asInt()).isGreaterThan(20);
        assertThat(rebuilt.at("/failed").asInt()).isZero();
    }

    @Test
    @DisplayName("names the trail's entry, the fact and the figures that are not as the topics tell")
    void namesWhatDiffers() {
        assertThat(rebuilt().at("/differences")).isEmpty();
        var entry = broken("trail", "facts.broken", true);
        var fact = broken("facts_orders", "fact.id", "another");
        var customer = broken("customers", "state.figures.orders", 77);

        var found = rebuilt();

        for (var document : List.of(entry, fact, customer))
            database.getCollection(document.getString("in")).replaceOne(new Document("_id", document.get("_id")),
                    document.get("was", Document.class));
        assertThat(found.at("/differences").findValuesAsText("id")).containsExactlyInAnyOrder(
                entry.getString("_id"), fact.getString("_id"), customer.getString("_id"));
        assertThat(found.at("/differences").findValuesAsText("collection")).containsExactlyInAnyOrder("trail",
                "facts_orders", "customers");
    }

    @Test
    @DisplayName("every consumer says whether it keeps what it hears, so that it can be built anew, or acts on it")
    void saysWhatItIsFor() {
        assertThat(subscriptions).hasSize(10).allMatch(one -> one.keeps() != null, "keeps what it hears");
    }

    private Document broken(String collection, String field, Object value) {
        var was = database.getCollection(collection).find().sort(new Document("_id", 1)).first();
        assertThat(was).isNotNull();
        database.getCollection(collection).updateOne(new Document("_id", was.get("_id")),
                new Document("$set", new Document(field, value)));
        return new Document("_id", was.get("_id")).append("in", collection).append("was", was);
    }

    private JsonNode rebuilt() {
        var id = api.as(ADMIN).post(REBUILDS, null).expect(202).at("/rebuildId");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> api.as(ADMIN).get(REBUILDS + "/" + id).at("/phase").matches("FINISHED|BROKEN_OFF"));
        var ended = api.as(ADMIN).get(REBUILDS + "/" + id).expect(200);
        assertThat(ended.at("/phase")).as(ended.http().body()).isEqualTo("FINISHED");
        return ended.json();
    }
}
