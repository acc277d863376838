package io.shopcare.platform.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.sample.Alarm;
import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Deadlines in the documents, and how they are found. */
class MongoDeadlinesTest extends DeadlinesContract {
    private final MongoDatabase database = TestDatabase.fresh();
    private final AggregateStores stores = TestStores.on(database, Clock.fixed(NOON, ZoneOffset.UTC));
    private final AggregateStore<Alarm> alarms = stores.of(Alarm.TYPE);

    @Override
    AggregateStore<Alarm> alarms() {
        return alarms;
    }

    @Override
    Deadlines deadlines() {
        return stores.withDeadlines().getFirst().deadlines();
    }

    @Test
    void isPartOfTheSameWriteAsTheState() {
        var id = anAlarm(NOON);

        assertThat(document(id)).containsEntry("nextDeadlineAt", java.util.Date.from(NOON))
                .containsEntry("version", 1L);
        alarms.decide(id, system(), alarm -> alarm.move(null));
        assertThat(document(id)).doesNotContainKeys("nextDeadlineAt", "lateSince");
    }

    @Test
    @DisplayName("what is due is found by its partial index, however many aggregates have no deadline")
    void isFoundByItsIndex() {
        anAlarm(NOON);
        for (int i = 0; i < 50; i++)
            anAlarm(null);
        var plan = database.getCollection("alarms").find(MongoDeadlines.dueBy(ALL, NOON)).hintString("deadlines")
                .sort(new Document("shard", 1).append("nextDeadlineAt", 1)).explain(ExplainVerbosity.EXECUTION_STATS);

        assertThat(plan.toJson()).contains("IXSCAN").doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
        assertThat(plan.get("executionStats", Document.class).get("totalDocsExamined", Number.class).intValue())
                .isEqualTo(1);
    }

    @Test
    void isSetForAggregatesThatAreOlderThanTheDeadline() {
        var id = anAlarm(NOON);
        database.getCollection("alarms").updateOne(new Document("_id", id),
                new Document("$unset", new Document("deadlines", "").append("nextDeadlineAt", "")));
        assertThat(due(NOON)).isEmpty();

        var last = deadlines().reckon("", 10);

        assertThat(last).contains(id);
        assertThat(deadlines().reckon(id, 10)).isEmpty();
        assertThat(due(NOON)).hasSize(1);
    }

    private Document document(String id) {
        return Objects.requireNonNull(database.getCollection("alarms").find(new Document("_id", id)).first());
    }
}
