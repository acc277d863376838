package io.shopcare.platform.store;

/** Told right after a write that an aggregate has something to publish; only a hint, the sweep finds what it misses. */
@FunctionalInterface
public interface RelaySignal {
    /** Something waits in this aggregate. */
    void wake(AggregateType<?> type, String id);
}
