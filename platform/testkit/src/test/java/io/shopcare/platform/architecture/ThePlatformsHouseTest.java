package io.shopcare.platform.architecture;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.architecture.HouseRules;

/** The platform keeps the rules of the house itself. */
class ThePlatformsHouseTest {

    @Test
    void keepsTheHouseRules() {
        HouseRules.check("io.shopcare.platform");
    }
}
