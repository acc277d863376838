package io.shopcare.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The programs of the running local stack, by the notes of their start. */
record Programs(Map<String, Long> pids) {
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    static Programs of(Path data) {
        var run = data.resolve("run");
        if (Files.notExists(run))
            throw new IllegalStateException("no stack has run in " + data);
        try (var notes = Files.list(run)) {
            return new Programs(notes.filter(note -> note.toString().endsWith(".properties"))
                    .collect(Collectors.toMap(note -> note.getFileName().toString().replace(".properties", ""),
                            Programs::pid, (a, _) -> a, TreeMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long pid(Path note) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(note)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.parseLong(properties.getProperty("pid"));
    }

    /** Whether all run with all compilers; figures of quick-start mode say nothing. */
    boolean areInFullMode() {
        return pids.values().stream().noneMatch(pid -> commandLine(pid).contains(QUICK));
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
        } catch (IOException e) {
            throw new UncheckedIOException("a program of the stack has ended: pid " + pid, e);
        }
    }

    Usage usage() {
        return Usage.of(pids);
    }

    /** Freezes a program, or lets it go on. */
    void signal(String program, String signal) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pids.getOrDefault(program, -1L))).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
