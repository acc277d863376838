package io.shopcare.aftersale.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Walks each facet's table, and draws it into {@code docs/states.md} ({@code -Ddocs.write} draws it anew). */
class FacetTablesTest {
    private static final Path PICTURES = Path.of("docs", "states.md");

    static Stream<Class<? extends Facet<?>>> facets() {
        return Stream.of(CaseState.class, Custody.class, LineMoney.class, RefundState.class);
    }

    @ParameterizedTest
    @MethodSource("facets")
    void everyStateIsReachableFromTheFirst(Class<? extends Facet<?>> facet) {
        var states = facet.getEnumConstants();
        var reached = new HashSet<Facet<?>>();
        walk(states[0], reached);
        assertThat(reached).containsExactlyInAnyOrder(states);
    }

    @ParameterizedTest
    @MethodSource("facets")
    void noStateLeadsToItselfAndThereIsAnEnd(Class<? extends Facet<?>> facet) {
        var states = facet.getEnumConstants();
        assertThat(states).noneMatch(state -> state.next().contains(state));
        assertThat(states).anyMatch(state -> state.next().isEmpty());
    }

    @Test
    void refusesAStepThatTheTableDoesNotHave() {
        assertThatThrownBy(() -> Custody.DISPOSED.become(Custody.ANNOUNCED)).hasMessageContaining(
                "disposed does not become announced");
        assertThat(Custody.DISPOSED.become(Custody.DISPOSED)).isEqualTo(Custody.DISPOSED);
    }

    @Test
    void theFirstStateThatACaseHasIsTheFirstOfEachTable() {
        var opened = CaseFixtures.aReturnCase();
        assertThat(opened.state()).isEqualTo(CaseState.values()[0]);
        assertThat(opened.lines().getFirst().custody()).isEqualTo(Custody.values()[0]);
        assertThat(opened.lines().getFirst().money()).isEqualTo(LineMoney.values()[0]);
    }

    @Test
    void thePicturesAreThoseOfTheTables() throws IOException {
        var drawn = "# The facets of a case\n\nDrawn by `FacetTablesTest` from the tables in the code.\n\n"
                + facets().map(FacetTablesTest::draw).collect(Collectors.joining("\n"));
        if (System.getProperty("docs.write") != null)
            Files.writeString(PICTURES, drawn);
        assertThat(Files.readString(PICTURES)).isEqualTo(drawn);
    }

    private static String draw(Class<? extends Facet<?>> facet) {
        var states = facet.getEnumConstants();
        var picture = new StringBuilder("## " + facet.getSimpleName() + "\n```mermaid\nstateDiagram-v2\n  [*] --> "
                + word(states[0]) + "\n");
        for (var state : states) {
            var next = Arrays.stream(states).filter(state.next()::contains).toList();
            next.forEach(to -> picture.append("  ").append(word(state)).append(" --> ").append(word(to))
                    .append('\n'));
            if (next.isEmpty())
                picture.append("  ").append(word(state)).append(" --> [*]\n");
        }
        return picture.append("```\n").toString();
    }

    private static String word(Facet<?> state) {
        return state.code().replace('-', '_');
    }

    private static void walk(Facet<?> state, Set<Facet<?>> reached) {
        if (reached.add(state))
            state.next().forEach(next -> walk((Facet<?>) next, reached));
    }
}
