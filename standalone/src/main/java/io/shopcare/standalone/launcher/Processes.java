package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starts programs as processes that outlive the terminal. */
final class Processes {
    private final Workspace workspace;
    private final RunNotes notes;
    private final Map<String, String> settings;
    private final boolean heedsOptions;

    /** @param settings that the stack was started with, where that was done by another command */
    Processes(Workspace workspace, RunNotes notes, Map<String, String> settings) {
        this(workspace, notes, settings, true);
    }

    private Processes(Workspace workspace, RunNotes notes, Map<String, String> settings, boolean heedsOptions) {
        this.workspace = workspace;
        this.notes = notes;
        this.settings = settings;
        this.heedsOptions = heedsOptions;
    }

    /** Without what was asked for of single programs' JVMs, such as an agent. */
    static Processes withoutOptions(Workspace workspace, RunNotes notes) {
        return new Processes(workspace, notes, Map.of(), false);
    }

    Process start(Program program) {
        try {
            var log = workspace.log(program.name());
            Files.createDirectories(log.getParent());
            Files.createDirectories(program.command().archive().getParent());
            keep(log, workspace.log(program.name() + ".previous"), notes.restarting(program.name()));
            var builder = new ProcessBuilder(deafToTheTerminal(words(program)));
            builder.directory(workspace.data().toFile());
            builder.environment().putAll(settings);
            builder.environment().putAll(program.environment());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            Process process = builder.start();
            process.getOutputStream().close();
            notes.write(program.name(), process.toHandle());
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + program.name(), e);
        }
    }

    /** Options for one program's JVM, or all instances of it, come from {@code SHOPCARE_JAVA_OPTIONS_<PROGRAM>}. */
    private List<String> words(Program program) {
        var name = "SHOPCARE_JAVA_OPTIONS_" + Scale.program(program.name()).toUpperCase(Locale.ROOT);
        var options = Optional.ofNullable(settings.get(name)).or(() -> Optional.ofNullable(System.getenv(name)));
        return options.filter(text -> heedsOptions && !text.isBlank())
                .map(text -> program.command().wordsWith(List.of(text.strip()
                        .split("\\s+"))))
                .orElseGet(program.command()::words);
    }

    /** How the program ended, if it did and nobody starts it again or has done so. */
    Optional<String> endOf(Program program, Process first) {
        // in this sequence: once a restart is over, the note names the new process
        if (first.isAlive() || notes.restarting(program.name()) || notes.alive(program.name()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(notes.names(program.name(), first)
                ? "ended with exit code " + first.exitValue()
                : "ended after its restart");
    }

    /** A program that is restarted adds to what it said before: one run of the stack loses no line. */
    private static void keep(Path log, Path previous, boolean restarted) throws IOException {
        if (Files.notExists(log)) {
            return;
        }
        if (restarted && Files.exists(previous)) {
            try (var out = Files.newOutputStream(previous, StandardOpenOption.APPEND)) {
                Files.copy(log, out);
            }
        } else {
            Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Ctrl-C goes to all processes of a terminal at once; they shall stop in order instead, so only the launcher listens
     * to it. The shell replaces itself by the program, which keeps its process id and ignores both signals.
     */
    private static List<String> deafToTheTerminal(List<String> words) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        command.addAll(words);
        return command;
    }
}
