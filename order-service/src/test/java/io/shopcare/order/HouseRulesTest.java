package io.shopcare.order;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.architecture.HouseRules;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("io.shopcare.order");
    }
}
