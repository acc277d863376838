package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Notes on disk of what was started, so that another command finds it again. */
final class RunNotes {
    /** The command that starts the stack, and in the foreground watches it. */
    static final String LAUNCHER = "launcher";
    /** The command that stops the stack: while it does, nothing is started. */
    static final String STOP = "stop";

    /** Start times are read with the clock's grain, and the clock may be set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final String SUFFIX = ".properties";
    private static final String RESTART = ".restart";

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
            Path unfinished = directory.resolve(name + ".unfinished");
            try (var out = Files.newBufferedWriter(unfinished)) {
                note.store(out, null);
            }
            // whoever watches sees the old note or the new one
            Files.move(unfinished, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The note of a command that restarts a program: until it is done, the program's end is no failure. */
    static String restartOf(String name) {
        return name + RESTART;
    }

    boolean restarting(String name) {
        return alive(restartOf(name)).isPresent();
    }

    /** Whether the note is of this process, alive or not. */
    boolean names(String name, Process process) {
        return read(name).map(note -> note.getProperty("pid", "")).filter(Long.toString(process.pid())::equals)
                .isPresent();
    }

    /** All that was noted: programs, the launcher, commands that restart one. */
    List<String> names() {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(SUFFIX)).map(
                    file -> file.substring(0, file.length() - SUFFIX.length())).sorted().toList();
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
        try {
            var note = read(name).orElseThrow();
            long pid = Long.parseLong(note.getProperty("pid", ""));
            Instant started = Instant.parse(note.getProperty("started", ""));
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(
                    process -> Duration.between(started, startOf(process)).abs().compareTo(TOLERANCE) <= 0);
        } catch (RuntimeException e) {
            return Optional.empty(); // none, or half written when the machine went down: as good as none
        }
    }

    private Optional<Properties> read(String name) {
        var note = new Properties();
        try (var in = Files.newBufferedReader(file(name))) {
            note.load(in);
            return Optional.of(note);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }
}
