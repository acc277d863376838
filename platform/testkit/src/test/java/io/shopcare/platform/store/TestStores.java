package io.shopcare.platform.store;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;

/** Stores of an instance without Spring around it, and without a relay. */
public final class TestStores {
    private TestStores() {}

    /** The stores of one instance on this database. */
    public static AggregateStores on(MongoDatabase database, Clock clock) {
        var refusals = new Refusals(database.getCollection(AuditLine.COLLECTION), clock, () -> null);
        return new AggregateStores(new StoreDependencies(database, clock,
                new StoreSettings(Duration.ofSeconds(5), 2_000), (type, id) -> {}, refusals, () -> null));
    }
}
