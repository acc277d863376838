package io.shopcare.order.parcels;

import jakarta.validation.Validation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an inspector may say. */
class ScannedUnitTest {

    @Test
    @DisplayName("O11: more units than anybody scans are refused, before they are added up")
    void hasABound() {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            var validator = validation.getValidator();
            assertThat(validator.validate(new ScannedUnit("MUG", 1_000_000))).isEmpty();
            assertThat(validator.validate(new ScannedUnit("MUG", Integer.MAX_VALUE))).hasSize(1);
        }
    }
}
