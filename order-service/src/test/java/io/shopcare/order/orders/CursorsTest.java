package io.shopcare.order.orders;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.platform.problems.InvalidFieldException;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Cursors that we never gave out. */
class CursorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "yesterday", ""})
    @DisplayName("G7: a moment that can't be looked for is a field error")
    void refusesMomentsOfAnotherAge(String moment) {
        assertThatThrownBy(() -> Cursors.instant(moment)).isInstanceOf(InvalidFieldException.class);
    }
}
