package io.shopcare.crm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture of a table of states, as it is kept in the service's docs. */
public record Picture(String markdown) {

    public static <S> Picture of(String title, S[] states, Function<S, String> name, Function<S, Set<S>> next) {
        var lines = new StringBuilder("# " + title + "\n\nBuilt from the table in the code by a test.\n\n```mermaid\n"
                + "stateDiagram-v2\n  [*] --> " + id(name.apply(states[0])) + "\n");
        for (var state : states) {
            lines.append("  state \"%s\" as %s\n".formatted(name.apply(state), id(name.apply(state))));
            for (var after : next.apply(state))
                lines.append("  %s --> %s\n".formatted(id(name.apply(state)), id(name.apply(after))));
            if (next.apply(state).isEmpty())
                lines.append("  %s --> [*]\n".formatted(id(name.apply(state))));
        }
        return new Picture(lines + "```\n");
    }

    /** Every state can be reached from the first. */
    public static <S> void assertAllReachable(S first, Function<S, Set<S>> next, S[] all) {
        var reached = new HashSet<S>(List.of(first));
        var open = new ArrayDeque<S>(List.of(first));
        while (!open.isEmpty())
            next.apply(open.remove()).stream().filter(reached::add).forEach(open::add);
        assertThat(reached).containsExactlyInAnyOrderElementsOf(Arrays.asList(all));
    }

    /** Fails when the committed file shows something else, after writing what it should show. */
    public void assertIsIn(Path file) {
        try {
            var committed = Files.exists(file) ? Files.readString(file) : "";
            if (!committed.equals(markdown)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, markdown);
            }
            assertThat(committed).as("%s was written anew; look at it and commit it", file).isEqualTo(markdown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(String name) {
        return name.replace('-', '_');
    }
}
