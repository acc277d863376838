package io.shopcare.platform.store;

import java.util.List;

import org.bson.Document;

/** Told right after a write that an aggregate has something to publish; only a hint, the sweep finds what it misses. */
@FunctionalInterface
public interface RelaySignal {
    /** Something waits in this aggregate. */
    void wake(AggregateType<?> type, String id);

    /** The same, where these entries are all that waits, so that nobody has to read them. */
    default void wake(AggregateType<?> type, String id, List<Document> all) {
        wake(type, id);
    }
}
