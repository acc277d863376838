package io.shopcare.presale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks the table of a facet, and keeps its picture in {@code docs/} as it is. Written anew with -Dpictures.write. */
public final class FacetPicture {
    private final String start;
    private final List<Arrow> arrows;

    /** @param by what leads there */
    public record Arrow(String from, String to, String by) {}

    public FacetPicture(String start, List<Arrow> arrows) {
        this.start = start;
        this.arrows = arrows;
    }

    /** States that can be reached from the start. */
    public Set<String> reachable() {
        var seen = new HashSet<>(Set.of(start));
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            var from = next.poll();
            arrows.stream().filter(arrow -> arrow.from().equals(from)).map(Arrow::to).filter(seen::add)
                    .forEach(next::add);
        }
        return seen;
    }

    /** Fails when the committed picture is another one. */
    public void isCommittedAs(String file, String title, Set<String> ends) throws IOException {
        var text = new StringBuilder("# ").append(title).append("\n\n```mermaid\nstateDiagram-v2\n    [*] --> ")
                .append(start).append('\n');
        arrows.forEach(arrow -> text.append("    ").append(arrow.from()).append(" --> ").append(arrow.to())
                .append(": ").append(arrow.by()).append('\n'));
        ends.forEach(end -> text.append("    ").append(end).append(" --> [*]\n"));
        text.append("```\n");
        var path = Path.of("docs", file);
        if (System.getProperty("pictures.write") != null) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertThat(Files.readString(path)).as("docs/%s; write it anew with -Dpictures.write", file)
                .isEqualTo(text.toString());
    }
}
