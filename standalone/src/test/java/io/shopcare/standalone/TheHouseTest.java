package io.shopcare.standalone;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.architecture.HouseRules;

class TheHouseTest {
    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("io.shopcare.standalone");
    }
}
