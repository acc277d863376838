package io.shopcare.platform.telemetry;

import java.util.List;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.services.TestDatabase;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static org.assertj.core.api.Assertions.assertThat;

/** What waits now is counted of all shops, along an index. */
class LiveCountsTest {
    private final MongoCollection<Document> documents = TestDatabase.fresh().getCollection("chats");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void countsEachStateOfAllShops() {
        documents.createIndex(ascending("shop", "state"));
        new LiveCounts("chats", "that wait", documents, List.of("queued", "active"), state -> eq("state", state))
                .bindTo(meters);
        assertThat(now("queued")).as("nothing there yet").isZero();

        for (var shop : List.of("harbor", "nuanyang", "nuanyang", "z"))
            documents.insertOne(new Document("shop", shop).append("state", "queued"));
        documents.insertOne(new Document("shop", "nuanyang").append("state", "active"));

        assertThat(now("queued")).isEqualTo(4);
        assertThat(now("active")).isEqualTo(1);
        documents.updateMany(eq("shop", "nuanyang"), new Document("$set", new Document("state", "closed")));
        assertThat(now("queued")).isEqualTo(2);
        assertThat(now("active")).isZero();
    }

    @Test
    void goesFromShopToShopAlongTheIndex() {
        documents.createIndex(ascending("shop", "state"));
        var plan = documents.find(gt("shop", "a")).sort(ascending("shop")).explain(ExplainVerbosity.QUERY_PLANNER)
                .toJson();
        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
    }

    private double now(String state) {
        return meters.get("chats").tag("state", state).gauge().value();
    }
}
