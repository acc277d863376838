package io.shopcare.mongo.plan;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.Index;
import io.shopcare.mongo.index.KeyWriter;
import io.shopcare.mongo.store.StoredCollection;

/** The one document that a query can mean which names its {@code _id}, whatever else it asks of it. */
public final class OneById {

    private final StoredCollection collection;
    private final Index index;
    private final byte[] key;

    private OneById(StoredCollection collection, Access.IdHack access) {
        this.collection = collection;
        this.index = access.index();
        this.key = KeyWriter.encode(access.id());
    }

    /** Null where the query names no single {@code _id}, or wants another index. */
    public static @Nullable OneById of(StoredCollection collection, Query query) {
        Access.IdHack access = Planner.byId(collection, query);
        return access == null ? null : new OneById(collection, access);
    }

    /** Its record now, or -1. */
    public long record() {
        return collection.find(index, key);
    }
}
