package io.shopcare.mongo.contract;

import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.shopcare.mongo.EmbeddedMongo;

/** This server, in memory, as the suite uses it. */
record EmbeddedServer(EmbeddedMongo server, MongoClient client) implements ExtensionContext.Store.CloseableResource {

    static EmbeddedServer start() {
        EmbeddedMongo server = EmbeddedMongo.inMemory().start();
        return new EmbeddedServer(server, Engine.connect(server.uri()));
    }

    Engine engine() {
        return new Engine("embedded-mongo", true, client);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
