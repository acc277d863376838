package io.shopcare.platform.testkit.services;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import io.shopcare.mongo.EmbeddedMongo;
import io.shopcare.platform.ids.Ids;

/** One database server for all tests of a JVM; every test takes a database of its own. */
public final class TestDatabase {
    private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory().start();
    private static final String ADDRESS = SERVER.uri();
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
