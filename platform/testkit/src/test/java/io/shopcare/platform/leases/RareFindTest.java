package io.shopcare.platform.leases;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RareFindTest {
    private final RareFind<String> find = new RareFind<>();
    private final Deque<List<String>> there = new ArrayDeque<>();
    private int looks;

    @Test
    @DisplayName("it looks at the first round, and at one of ten while nothing is there")
    void looksRarely() {
        assertThat(rounds(1)).isEqualTo(1);
        assertThat(rounds(9)).isZero();
        assertThat(rounds(1)).isEqualTo(1);
        assertThat(rounds(30)).isEqualTo(3);
    }

    @Test
    @DisplayName("it looks at each round while something is there, so that what stays is seen to stay")
    void goesOnWhileItFinds() {
        there.addAll(List.of(List.of("a"), List.of("a"), List.of("a")));
        for (int round = 0; round < 3; round++)
            assertThat(find.round(this::look)).containsExactly("a");
        assertThat(rounds(10)).as("once more, and then rarely").isEqualTo(1);
    }

    @Test
    @DisplayName("it looks at the next round when something is expected, and after a look that failed")
    void looksWhenItIsTold() {
        rounds(2);
        find.expect();
        assertThat(rounds(3)).isEqualTo(1);

        find.expect();
        Supplier<List<String>> away = () -> {
            throw new IllegalStateException("away");
        };
        assertThatThrownBy(() -> find.round(away)).hasMessage("away");
        assertThat(rounds(3)).isEqualTo(1);
    }

    /** How often it looks within so many rounds. */
    private int rounds(int count) {
        int before = looks;
        for (int round = 0; round < count; round++)
            find.round(this::look);
        return looks - before;
    }

    private List<String> look() {
        looks++;
        var found = there.poll();
        return found == null ? List.of() : found;
    }
}
