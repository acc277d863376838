package io.shopcare.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.shopcare.platform.json.Json;

/** What was measured, for people and for programs. */
final class Report {
    private static final String ROW = "  %-38s %10s %9s %9s %8s %8s %8s %8s %7s %8s %7s %7s%n";

    private final String subject;
    private final boolean isFull;
    private final Instant at;
    private final List<Measured> rows = new ArrayList<>();
    private final Map<String, Object> verdicts = new LinkedHashMap<>();

    Report(String subject, boolean isFull, Instant at) {
        this.subject = subject;
        this.isFull = isFull;
        this.at = at;
    }

    Measured add(Measured measured) {
        if (rows.isEmpty())
            System.out.print(head());
        rows.add(measured);
        System.out.print(row(measured));
        System.out.flush();
        return measured;
    }

    /** A target, and whether it was met. */
    void verdict(String target, double found, boolean isMet) {
        verdicts.put(target, Map.of("found", Math.round(found * 1000) / 1000.0, "met", isMet));
        System.out.printf(Locale.ROOT, "  %s %s: %.2f%n", isMet ? "met   " : "MISSED", target, found);
    }

    static String head() {
        return ROW.formatted("", "load", "done", "per s", "p50 ms", "p90", "p99", "max", "errors", "CPU ms", "driver",
                "others");
    }

    /** CPU milliseconds are of all programs, per flow; others is in cores. */
    static String row(Measured measured) {
        var times = measured.times();
        return ROW.formatted(measured.name() + (measured.warmUp() < 0 ? " (unsteady)" : ""), measured.load(), measured
                .done(), number(measured.rate()), number(times.p50()), number(times.p90()), number(times.p99()),
                number(
                        times.max()),
                measured.errorCount(), number(measured.cpuOfAll()), number(measured.driver()), number(
                        measured.others()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Processor time per flow and memory of each program, and how the row stands to the bare limits. */
    static String details(Measured measured) {
        var text = new StringBuilder();
        measured.cpu().forEach((program, millis) -> text.append("    %-12s %8s ms %8s MiB%n".formatted(program, number(
                millis), number(measured.memory().getOrDefault(program, 0.0)))));
        measured.ratios().forEach((limit, ratio) -> text.append("    %s: %s%n".formatted(limit, number(ratio))));
        measured.errors().forEach((why, count) -> text.append("    x %d times: %s%n".formatted(count, why)));
        return text.toString();
    }

    Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve("bench-" + subject + ".json");
            Files.writeString(file, Json.WIRE.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("subject",
                    subject, "at", at.toString(), "mode", isFull ? "full" : "quick", "cores",
                    Runtime.getRuntime().availableProcessors(), "rows", rows, "targets", verdicts)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
