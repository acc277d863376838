package io.shopcare.platform.ids;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Identifiers. */
class IdsTest {

    @Test
    void derivesTheSameIdFromTheSamePartsOnly() {
        assertThat(Ids.derived("a", "bc")).isEqualTo(Ids.derived("a", "bc")).isNotEqualTo(Ids.derived("ab", "c"));
        assertThat(UUID.fromString(Ids.derived("a")).version()).isEqualTo(8);
        assertThat(UUID.fromString(Ids.derived("a")).variant()).isEqualTo(2);
    }

    @Test
    void makesNewIdsInTheOrderOfTime() {
        assertThat(Stream.generate(Ids::next).limit(1000).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void knowsWhatCanNotBeAnId() {
        assertThat(Stream.of(Ids.next(), Ids.derived("a"), "a".repeat(64))).allMatch(Ids::isOne);
        assertThat(Stream.of("", ".", "..", "a/b", "%41", "a b", "a\n", "é", "a".repeat(65))).noneMatch(Ids::isOne);
    }
}
