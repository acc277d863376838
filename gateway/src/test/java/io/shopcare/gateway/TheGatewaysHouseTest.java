package io.shopcare.gateway;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.architecture.HouseRules;

/** The gateway keeps the rules of the house. */
class TheGatewaysHouseTest {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("io.shopcare.gateway");
    }
}
