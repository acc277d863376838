package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Starts programs as processes that outlive the terminal. */
final class Processes {
    private final Workspace workspace;
    private final RunNotes notes;

    Processes(Workspace workspace, RunNotes notes) {
        this.workspace = workspace;
        this.notes = notes;
    }

    Process start(Program program) {
        try {
            var log = workspace.log(program.name());
            Files.createDirectories(log.getParent());
            Files.createDirectories(program.command().archive().getParent());
            if (Files.exists(log)) {
                Files.move(log, workspace.log(program.name() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(deafToTheTerminal(words(program)));
            builder.directory(workspace.data().toFile());
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
    private static List<String> words(Program program) {
        var base = program.name().replaceFirst("-\\d+$", "");
        var options = System.getenv("SHOPCARE_JAVA_OPTIONS_" + base.toUpperCase(Locale.ROOT));
        return options == null || options.isBlank()
                ? program.command().words()
                : program.command().wordsWith(List.of(options.strip().split("\\s+")));
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
