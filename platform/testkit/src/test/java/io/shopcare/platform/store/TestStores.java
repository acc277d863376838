package io.shopcare.platform.store;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;

/** Stores of an instance without Spring around it. */
public final class TestStores {
    private TestStores() {}

    /** The stores of one instance on this database, without a relay. */
    public static AggregateStores on(MongoDatabase database, Clock clock) {
        return on(database, clock, (type, id) -> {});
    }

    /** The same, telling of what it writes. */
    public static AggregateStores on(MongoDatabase database, Clock clock, RelaySignal signal) {
        var refusals = new Refusals(database.getCollection(AuditLine.COLLECTION), clock, () -> null);
        return new AggregateStores(new StoreDependencies(database, clock,
                new StoreSettings(Duration.ofSeconds(5), 2_000), signal, refusals, () -> null));
    }
}
