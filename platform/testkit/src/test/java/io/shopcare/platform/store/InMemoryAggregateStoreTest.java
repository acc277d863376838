package io.shopcare.platform.store;

import io.shopcare.platform.sample.Box;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

/** The store that tests without a database use keeps the promises of the real one. */
class InMemoryAggregateStoreTest extends AggregateStoreContract {
    private final InMemoryAggregateStore<Box> boxes = new InMemoryAggregateStore<>();

    @Override
    AggregateStore<Box> boxes() {
        return boxes;
    }
}
