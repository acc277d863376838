package io.shopcare.presale;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.architecture.HouseRules;

class ArchitectureTest {
    @Test
    void followsTheRulesOfTheHouse() {
        HouseRules.check("io.shopcare.presale");
    }
}
