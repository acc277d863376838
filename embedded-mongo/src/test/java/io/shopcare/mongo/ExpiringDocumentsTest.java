package io.shopcare.mongo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("An index with expireAfterSeconds")
class ExpiringDocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };

    @Test
    @DisplayName("deletes documents whose time is up, by the earliest date of an array, and nothing that holds no date")
    void deletesWhatHasExpired() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory().clock(clock).sweepEvery(Duration.ofMillis(20)).start();
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> sessions = client.getDatabase("shop").getCollection("sessions");
            sessions.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(3600L, TimeUnit.SECONDS));
            sessions.insertMany(List.of(session("old", date(-3601)), session("young", date(-3000)),
                    session("array", List.of(date(0), date(-4000))), session("number", 5),
                    session("text", "2001-01-01"),
                    new Document("_id", "none")));
            await(sessions, 4);
            assertThat(ids(sessions)).containsExactlyInAnyOrder("young", "number", "text", "none");
            now.set(NOW.plusSeconds(601));
            await(sessions, 3);
            assertThat(ids(sessions)).containsExactlyInAnyOrder("number", "text", "none");
        }
    }

    private static Document session(String id, Object at) {
        return new Document("_id", id).append("at", at);
    }

    private static Date date(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static List<String> ids(MongoCollection<Document> sessions) {
        return sessions.find().map(found -> found.getString("_id")).into(new java.util.ArrayList<>());
    }

    private static void await(MongoCollection<Document> sessions, long count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (sessions.countDocuments() != count && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
