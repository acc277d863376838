package io.shopcare.aftersale;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.architecture.HouseRules;

class TheHouseTest {
    @Test
    void followsTheRulesOfTheHouse() {
        HouseRules.check("io.shopcare.aftersale");
    }
}
