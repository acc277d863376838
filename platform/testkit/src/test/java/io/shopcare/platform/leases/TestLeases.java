package io.shopcare.platform.leases;

import com.mongodb.client.MongoDatabase;

/** Leases of an instance without Spring around it. */
public final class TestLeases {
    private TestLeases() {}

    /** The leases of one instance on this database. */
    public static Leases on(MongoDatabase database, LeaseSettings settings) {
        return new Leases(new LeaseDocument(database), settings, System::nanoTime);
    }
}
