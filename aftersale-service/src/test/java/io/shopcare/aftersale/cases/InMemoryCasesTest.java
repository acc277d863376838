package io.shopcare.aftersale.cases;

import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

class InMemoryCasesTest implements CasesContract {
    private final InMemoryAggregateStore<Case> store = new InMemoryAggregateStore<>();

    @Override
    public AggregateStore<Case> store() {
        return store;
    }

    @Override
    public Cases cases() {
        return new InMemoryCases(store);
    }
}
