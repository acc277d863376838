package io.shopcare.mongo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("A MongoDB driver")
class ServingClientsTest {

    @Test
    @DisplayName("stores, finds, updates and deletes, in memory")
    void storesFindsUpdatesAndDeletes() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory().start();
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> orders = client.getDatabase("shop").getCollection("orders");
            orders.insertOne(new Document("_id", 1).append("version", 0).append("lines", List.of("a", "b")));
            assertThat(orders.updateOne(Filters.and(Filters.eq("_id", 1), Filters.eq("version", 0)),
                    Updates.combine(Updates.inc("version", 1), Updates.push("lines", "c"))).getModifiedCount())
                    .isEqualTo(1);
            assertThat(orders.find(Filters.eq("_id", 1)).first())
                    .isEqualTo(new Document("_id", 1).append("version", 1).append("lines", List.of("a", "b", "c")));
            assertThatThrownBy(() -> orders.insertOne(new Document("_id", 1))).isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
            assertThat(orders.deleteOne(Filters.eq("_id", 1L)).getDeletedCount()).isEqualTo(1);
            assertThat(orders.countDocuments()).isZero();
        }
    }

    @Test
    @DisplayName("reads a large result in batches, with an index over what was there before")
    void readsInBatches() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory().start();
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> orders = client.getDatabase("shop").getCollection("orders");
            List<Document> many = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                many.add(new Document("_id", i).append("n", 999 - i).append("shop", i % 3));
            }
            orders.insertMany(many);
            orders.createIndex(Indexes.compoundIndex(Indexes.ascending("shop"), Indexes.descending("n")));
            assertThat(orders.find(Filters.eq("shop", 1)).sort(new Document("n", 1)).batchSize(10)
                    .map(found -> found.getInteger("n"))
                    .into(new ArrayList<>())).hasSize(333).isSorted();
            Document explained = orders.find(Filters.and(Filters.eq("shop", 1), Filters.lt("n", 500)))
                    .sort(new Document("n", 1)).limit(20).explain();
            assertThat(explained.get("executionStats", Document.class).getInteger("totalKeysExamined")).isEqualTo(20);
            assertThat(explained.toJson()).contains("IXSCAN").contains("shop_1_n_-1").doesNotContain("SORT");
        }
    }

    @Test
    @DisplayName("finds again what was written before a restart")
    void survivesARestart(@TempDir Path directory) {
        try (EmbeddedMongo mongo = EmbeddedMongo.at(directory).start();
                MongoClient client = MongoClients.create(mongo.uri())) {
            client.getDatabase("shop").getCollection("orders").insertOne(new Document("_id", 1).append("a", 1));
            client.getDatabase("shop").getCollection("orders").createIndex(Indexes.ascending("a"));
            client.getDatabase("shop").getCollection("orders").withWriteConcern(WriteConcern.UNACKNOWLEDGED)
                    .insertOne(new Document("_id", 2));
            while (client.getDatabase("shop").getCollection("orders").countDocuments() < 2) {
                Thread.onSpinWait();
            }
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.at(directory).start();
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> orders = client.getDatabase("shop").getCollection("orders");
            assertThat(orders.find(Filters.eq("a", 1)).first()).isEqualTo(new Document("_id", 1).append("a", 1));
            assertThat(orders.countDocuments()).isEqualTo(2);
            assertThat(orders.listIndexes().map(index -> index.getString("name"))).containsExactly("_id_", "a_1");
            assertThat(mongo.check().values()).allSatisfy(report -> assertThat(report.faults()).isEmpty());
        }
    }
}
