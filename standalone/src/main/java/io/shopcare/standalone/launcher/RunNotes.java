package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Notes on disk of what was started, so that another command finds it again. */
final class RunNotes {
    /** The command that starts the stack, and in the foreground watches it. */
    static final String LAUNCHER = "launcher";

    /** Start times are read with the clock's grain, and the clock may be set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path directory;

    RunNotes(Path directory) {
        this.directory = directory;
    }

    void write(String name, ProcessHandle process) {
        var note = new Properties();
        note.setProperty("pid", Long.toString(process.pid()));
        note.setProperty("started", startOf(process).toString());
        try {
            Files.createDirectories(directory);
            try (var out = Files.newBufferedWriter(file(name))) {
                note.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean noted(String name) {
        return Files.exists(file(name));
    }

    /** The noted process if it still lives; a process that merely got its number is another one. */
    Optional<ProcessHandle> alive(String name) {
        if (!noted(name)) {
            return Optional.empty();
        }
        var note = new Properties();
        try (var in = Files.newBufferedReader(file(name))) {
            note.load(in);
            long pid = Long.parseLong(note.getProperty("pid", ""));
            Instant started = Instant.parse(note.getProperty("started", ""));
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(
                    process -> Duration.between(started, startOf(process)).abs().compareTo(TOLERANCE) <= 0);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // half written when the machine went down: as good as none
        }
    }

    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private Path file(String name) {
        return directory.resolve(name + ".properties");
    }
}
