package io.shopcare.crm.trail;

import java.time.Instant;
import java.util.Map;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.QueryPlans;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A page of a long trail costs what a page costs. */
class LongTrailTest {
    private static final int ENTRIES = 2000;
    private static final int PAGE = 10;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final QueryPlans plans = new QueryPlans();

    @Test
    @DisplayName("C2: a page in the middle, of one kind or of all, looks at no more documents than it shows")
    void readsOnlyThePage() {
        var address = new ConnectionString(TestDatabase.freshUri());
        try (var client = MongoClients.create(
                MongoClientSettings.builder().applyConnectionString(address).addCommandListener(plans).build())) {
            var database = client.getDatabase(String.valueOf(address.getDatabase()));
            var trail = new MongoTrail(database);
            for (int n = 0; n < ENTRIES; n++)
                trail.add(new TrailEntry("e" + n, "lin", START.plusSeconds(n), n % 2 == 0 ? Kind.ORDER : Kind.PARCEL,
                        "order.paid.v1", "o", false, Actor.system("test"), Map.of()));
            var middle = new Trail.Place(START.plusSeconds(ENTRIES / 2), "e" + ENTRIES / 2);
            trail.page("lin", new Trail.Filter(null, true), middle, PAGE);
            trail.page("lin", new Trail.Filter(Kind.ORDER, true), middle, PAGE);

            plans.assertAllByIndex(database);
            assertThat(plans.mostExamined(database)).isLessThanOrEqualTo(PAGE + 1);
        }
    }

    @Test
    @DisplayName("the check bites: a query without an index is found")
    void findsWhatHasNoIndex() {
        var address = new ConnectionString(TestDatabase.freshUri());
        try (var client = MongoClients.create(
                MongoClientSettings.builder().applyConnectionString(address).addCommandListener(plans).build())) {
            var database = client.getDatabase(String.valueOf(address.getDatabase()));
            database.getCollection("things").insertOne(new Document("colour", "grey"));
            database.getCollection("things").find(new Document("colour", "grey")).first();
            assertThatThrownBy(() -> plans.assertAllByIndex(database)).isInstanceOf(AssertionError.class);
        }
    }
}
