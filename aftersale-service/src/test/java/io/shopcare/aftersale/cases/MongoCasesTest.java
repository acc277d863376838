package io.shopcare.aftersale.cases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.aftersale.AftersaleTest;
import io.shopcare.platform.store.AggregateStore;

class MongoCasesTest extends AftersaleTest implements CasesContract {
    @Autowired
    private AggregateStore<Case> store;
    @Autowired
    private Cases cases;

    @BeforeEach
    void nothingIsConfirmedMeanwhile() {
        ORDERS.goesAway();
    }

    @AfterEach
    void orderServiceIsThereForTheNextTest() {
        ORDERS.comesBack();
    }

    @Override
    public AggregateStore<Case> store() {
        return store;
    }

    @Override
    public Cases cases() {
        return cases;
    }
}
