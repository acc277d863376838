package io.shopcare.platform.store;

import java.util.List;

import org.bson.Document;

/** Told right after a write that an aggregate has something to publish; only a hint, the sweep finds what it misses. */
@FunctionalInterface
public interface RelaySignal {
    /** Something waits in this aggregate. */
    void wake(AggregateType<?> type, String id);

    /**
     * The same, with what was just written, so that nobody has to read it.
     *
     * @param nothingBefore whether everything that was written before had been published and taken out
     */
    default void wake(AggregateType<?> type, String id, List<Document> written, boolean nothingBefore) {
        wake(type, id);
    }
}
