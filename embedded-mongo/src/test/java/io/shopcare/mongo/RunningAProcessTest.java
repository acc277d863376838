package io.shopcare.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.shopcare.mongo.process.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The server as a process of its own")
class RunningAProcessTest {

    @TempDir
    private Path directory;

    @Test
    @DisplayName("stops cleanly on SIGTERM, has the directory to itself meanwhile, and can be checked after")
    void stopsCleanly() {
        ServerProcess server = ServerProcess.start(directory);
        try (MongoClient client = MongoClients.create(server.uri())) {
            client.getDatabase("shop").getCollection("orders").insertOne(new Document("_id", 1));
            assertThatThrownBy(() -> EmbeddedMongo.at(directory).start()).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another server");
            ServerProcess.Ended second = ServerProcess.run("--dir", directory.toString(), "--port", "0");
            assertThat(second.status()).isEqualTo(3);
            assertThat(second.said()).contains("in use by another server (process ");
        }
        server.close();
        assertThat(server.await()).isEqualTo(143);
        ServerProcess.Ended check = ServerProcess.run("--dir", directory.toString(), "--check");
        assertThat(check.said()).contains("shop.orders: 1 documents, entries {_id_=1}").contains("whole");
        assertThat(check.status()).isZero();
    }

    @Test
    @DisplayName("refuses a damaged store with a line that says so")
    void refusesADamagedStore() throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.at(directory).start();
                MongoClient client = MongoClients.create(mongo.uri())) {
            client.getDatabase("shop").getCollection("orders")
                    .insertOne(new Document("_id", 1).append("text", "a".repeat(5000)));
        }
        try (Stream<Path> files = Files.list(directory.resolve("data"))) {
            Path table = files.filter(file -> file.toString().endsWith(".sst")).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(table);
            bytes[100] ^= 1;
            Files.write(table, bytes);
        }
        ServerProcess.Ended refused = ServerProcess.run("--dir", directory.toString(), "--port", "0");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.said().lines().filter(line -> line.startsWith("embedded-mongo: "))).singleElement()
                .asString()
                .contains("is damaged and was not opened");
    }

    @Test
    @DisplayName("says how it is used when it is not told the directory")
    void saysHowItIsUsed() {
        ServerProcess.Ended ended = ServerProcess.run("--port", "0");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.said()).contains("--dir is missing").contains("usage: ");
    }
}
