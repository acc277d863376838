package io.shopcare.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks the table of a facet, and holds its picture in {@code docs/} against it. Run with {@code -Dpictures=write} to
 * draw it anew.
 */
public final class FacetTable<S extends Enum<S> & FacetState<S>> {
    private final Class<S> facet;
    private final S first;

    private FacetTable(Class<S> facet, S first) {
        this.facet = facet;
        this.first = first;
    }

    /** The table of a facet that begins in this state. */
    public static <S extends Enum<S> & FacetState<S>> FacetTable<S> of(Class<S> facet, S first) {
        return new FacetTable<>(facet, first);
    }

    /** Fails when a state can't be reached, or one that is meant as an end has a way out, or another has none. */
    public FacetTable<S> reachesAllAndEndsIn(Set<S> ends) {
        var seen = EnumSet.of(first);
        var todo = new ArrayDeque<>(List.of(first));
        while (!todo.isEmpty())
            todo.pop().next().stream().filter(seen::add).forEach(todo::push);
        assertThat(seen).as("reachable from " + first).containsExactlyInAnyOrder(facet.getEnumConstants());
        assertThat(Arrays.stream(facet.getEnumConstants()).filter(state -> state.next().isEmpty()))
                .as("ends").containsExactlyInAnyOrderElementsOf(ends);
        return this;
    }

    /** Fails when the committed picture shows another table. */
    public void isDrawnIn(String file) throws IOException {
        var lines = new ArrayList<>(List.of("```mermaid", "stateDiagram-v2", "    [*] --> " + name(first)));
        for (var state : facet.getEnumConstants()) {
            state.next().forEach(next -> lines.add("    " + name(state) + " --> " + name(next)));
            if (state.next().isEmpty())
                lines.add("    " + name(state) + " --> [*]");
        }
        lines.add("```");
        var picture = String.join("\n", lines) + "\n";
        var path = Path.of("docs", file);
        if ("write".equals(System.getProperty("pictures"))) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, picture);
        }
        assertThat(path).as("drawn by -Dpictures=write").hasContent(picture);
    }

    private static String name(FacetState<?> state) {
        return state.code().replace('-', '_');
    }
}
