package io.shopcare.platform.testkit.services;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import io.shopcare.platform.ids.Ids;

/** One database server for all tests of a JVM; every test takes a database of its own. */
public final class TestDatabase {
    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static final String ADDRESS = "mongodb://127.0.0.1:" + SERVER.bind().getPort();
    private static final MongoClient CLIENT = MongoClients.create(ADDRESS);

    private TestDatabase() {}

    /** Address of a database that nobody has used yet. */
    public static String freshUri() {
        return ADDRESS + "/" + freshName();
    }

    /** A database that nobody has used yet. */
    public static MongoDatabase fresh() {
        return CLIENT.getDatabase(freshName());
    }

    private static String freshName() {
        return "test-" + Ids.next();
    }
}
