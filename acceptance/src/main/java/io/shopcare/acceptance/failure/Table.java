package io.shopcare.acceptance.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shopcare.acceptance.failure.Findings.Finding;
import io.shopcare.platform.json.Json;

/** What was done and found, for people and for programs. */
final class Table {
    /**
     * @param faults   as they were struck
     * @param accepted commands that were accepted so far
     * @param answered requests that were answered so far
     * @param repeated requests that had to be sent again so far
     * @param seconds  that all of it took
     * @param rested   seconds of these, until errands were at their end and all was at rest
     */
    record Row(String run, List<String> faults, int accepted, long answered, long repeated, int events, long seconds,
            long rested, List<Finding> findings) {}

    private final String form;
    private final long seed;
    private final List<Row> rows = new ArrayList<>();

    Table(String form, long seed) {
        this.form = form;
        this.seed = seed;
    }

    void add(Row row) {
        rows.add(row);
        System.out.printf("  %-34s %3d s (%3d to rest)  %5d accepted %6d answered %5d sent again %6d events  %s%n",
                row.run(),
                row.seconds(), row.rested(), row.accepted(), row.answered(), row.repeated(), row.events(),
                row.findings().isEmpty() ? "ok" : row.findings().size() + " FINDINGS");
        row.faults().forEach(fault -> System.out.println("      " + fault));
        row.findings().stream().limit(15).forEach(finding -> System.out.printf("    x %s: %s%n", finding.check(),
                finding.what()));
        System.out.flush();
    }

    boolean isClean() {
        return rows.stream().allMatch(row -> row.findings().isEmpty());
    }

    /** Writes both files. */
    void write(Path folder, Duration took) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("failure-" + form + ".md"), markdown(took));
            Files.writeString(folder.resolve("failure-" + form + ".json"), Json.WIRE.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("form", form, "seed", seed, "seconds", took.toSeconds(), "checks",
                            Checks.ALL.stream().map(Check::name).toList(), "runs", rows)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String markdown(Duration took) {
        var text = new StringBuilder(
                "Form: %s, seed %d, %d runs, %d faults, %d min; %d promises looked at after each run.\n\n"
                        .formatted(form, seed, rows.size(), rows.stream().mapToInt(row -> row.faults().size()).sum(),
                                took.toMinutes(), Checks.ALL.size()));
        text.append("| run | faults | accepted | answered | sent again | events | seconds | findings |\n")
                .append("|---|---|---:|---:|---:|---:|---:|---|\n");
        for (var row : rows)
            text.append("| %s | %s | %d | %d | %d | %d | %d | %s |\n".formatted(row.run(), String.join("; ",
                    row.faults()), row.accepted(), row.answered(), row.repeated(), row.events(), row.seconds(),
                    row.findings().isEmpty()
                            ? "none"
                            : String.join("; ", row.findings().stream()
                                    .map(Finding::check).distinct().toList())));
        return text.toString();
    }
}
