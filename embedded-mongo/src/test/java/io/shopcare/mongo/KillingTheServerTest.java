package io.shopcare.mongo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.shopcare.mongo.process.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("kill -9 at a random moment")
class KillingTheServerTest {

    /** 50 in the long form. */
    private static final int KILLS = Integer.getInteger("mongo.kills", 5);
    private static final int WRITERS = 4;
    private static final int IDS = 200;

    @TempDir
    private Path directory;
    private final Random random = new Random();

    @Test
    @DisplayName("under inserts, updates and deletes loses no acknowledged write and no index entry")
    void losesNothing() throws Exception {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Writer(i));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill(writers);
            try (EmbeddedMongo mongo = EmbeddedMongo.at(directory).start();
                    MongoClient client = MongoClients.create(mongo.uri())) {
                writers.forEach(writer -> writer.verify(orders(client)));
                assertThat(mongo.check().values()).allSatisfy(report -> assertThat(report.faults()).isEmpty());
            }
        }
        assertThat(writers).allSatisfy(writer -> assertThat(writer.acknowledged).isPositive());
    }

    private void writeAndKill(List<Writer> writers) throws Exception {
        ServerProcess server = ServerProcess.start(directory);
        try (MongoClient client = MongoClients.create(server.uri());
                ExecutorService executor = Executors.newFixedThreadPool(WRITERS)) {
            orders(client).createIndex(Indexes.ascending("value", "text"));
            orders(client).createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true));
            orders(client).createIndex(Indexes.ascending("tags"));
            List<Future<?>> running = new ArrayList<>();
            for (Writer writer : writers) {
                running.add(executor.submit(() -> writer.write(orders(client))));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(700)));
            server.kill();
            for (Future<?> writer : running) {
                writer.get();
            }
        }
    }

    private static MongoCollection<Document> orders(MongoClient client) {
        return client.getDatabase("shop").getCollection("orders");
    }

    /** Writes documents of its own, one after the other, and remembers what was acknowledged and what was under way. */
    private static final class Writer {

        private final int number;
        private final Random random;
        private final Map<String, @Nullable Document> known = new HashMap<>();
        private @Nullable String pendingId;
        private @Nullable Document pending;
        private long acknowledged;

        Writer(int number) {
            this.number = number;
            this.random = new Random(number);
        }

        void write(MongoCollection<Document> orders) {
            try {
                while (true) {
                    step(orders);
                    acknowledged++;
                }
            } catch (MongoException killed) {
                // what was under way may have been done or not
            }
        }

        private void step(MongoCollection<Document> orders) {
            String id = number + "-" + random.nextInt(IDS);
            Document before = known.get(id);
            Document after = before != null && random.nextInt(4) == 0
                    ? null
                    : new Document("_id", id).append("value", random.nextInt(100))
                            .append("text", Long.toHexString(random.nextLong()))
                            .append("unique", id + "/" + random.nextLong())
                            .append("tags", List.of(random.nextInt(9), random.nextInt(9)));
            pendingId = id;
            pending = after;
            if (before == null) {
                orders.insertOne(after);
            } else if (after == null) {
                orders.deleteOne(Filters.eq("_id", id));
            } else {
                orders.updateOne(Filters.and(Filters.eq("_id", id), Filters.eq("unique", before.get("unique"))),
                        Updates.combine(Updates.set("value", after.get("value")),
                                Updates.set("text", after.get("text")),
                                Updates.set("unique", after.get("unique")), Updates.set("tags", after.get("tags"))));
            }
            known.put(id, after);
            pendingId = null;
        }

        void verify(MongoCollection<Document> orders) {
            known.putIfAbsent(pendingId == null ? "" : pendingId, null);
            known.forEach((id, expected) -> {
                Document found = orders.find(Filters.eq("_id", id)).first();
                if (id.equals(pendingId)) {
                    assertThat(found).as(id).isIn(java.util.Arrays.asList(expected, pending));
                    known.put(id, found);
                } else {
                    assertThat(found).as(id).isEqualTo(expected);
                }
            });
            pendingId = null;
        }
    }
}
