package io.shopcare.mongo.junit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.shopcare.mongo.EmbeddedMongo;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The JUnit extension")
class EmbeddedMongoExtensionTest {

    @RegisterExtension
    private static final EmbeddedMongoExtension MONGO = new EmbeddedMongoExtension();

    @Test
    @DisplayName("runs a server for the tests of a class and gives it to those that ask")
    void givesAServer(EmbeddedMongo mongo) {
        assertThat(mongo.uri()).isEqualTo(MONGO.uri());
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            client.getDatabase("shop").getCollection("orders").insertOne(new Document("_id", 1));
            assertThat(client.getDatabase("shop").getCollection("orders").countDocuments()).isEqualTo(1);
        }
    }
}
