package io.shopcare.aftersale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.doors.TryDoors;
import io.shopcare.platform.testkit.doors.TryRepeats;

import static org.assertj.core.api.Assertions.assertThat;

class WhoMayTest extends AftersaleTest {

    @Test
    @DisplayName("G2: every endpoint has a row in who-may.yaml, and lets in whom the row names and nobody else")
    void letsInWhomTheTableNames() {
        assertThat(TryDoors.findingsAt(api)).isEmpty();
    }

    @Test
    @DisplayName("G6: every acting endpoint takes a sound key and a sound version, and answers a repeat alike")
    void answersRepeatsAlike() {
        assertThat(TryRepeats.findingsAt(api)).isEmpty();
    }
}
