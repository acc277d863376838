package io.shopcare.crm;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.architecture.HouseRules;

/** This module keeps the rules of the house. */
class HouseRulesTest {

    @Test
    void keepsTheRules() {
        HouseRules.check("io.shopcare.crm");
    }
}
