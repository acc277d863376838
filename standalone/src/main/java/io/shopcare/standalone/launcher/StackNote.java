package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code up} was asked for, on disk: other commands know from it which instances there are, and start one again
 * with the settings that it had.
 */
final class StackNote {
    private static final String SCALE = "scale.";
    private static final String MODE = "mode";
    private static final String SETTING = "environment.";
    private static final Set<String> SETTINGS = Set.of("SHOPCARE_", "SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_",
            "RESILIENCE4J_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private final Path file;

    StackNote(Workspace workspace) {
        this.file = workspace.data().resolve("stack.properties");
    }

    /** For the owner's eyes only: settings may hold secrets. */
    void write(Scale scale, Mode mode, Map<String, String> environment) {
        var note = new Properties();
        note.setProperty(MODE, mode.toString());
        scale.counts().forEach((program, count) -> note.setProperty(SCALE + program, count.toString()));
        environment.forEach((name, value) -> {
            if (SETTINGS.stream().anyMatch(name::startsWith)) {
                note.setProperty(SETTING + name, value);
            }
        });
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(
                    "rw-------")));
            try (var out = Files.newBufferedWriter(file)) {
                note.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Scale scale() {
        var counts = new TreeMap<String, Integer>();
        entries(SCALE).forEach(entry -> counts.put(entry.getKey(), Integer.valueOf(entry.getValue())));
        return new Scale(counts);
    }

    Mode mode() {
        return Mode.of(read().getProperty(MODE, Mode.QUICK.toString()));
    }

    /** The settings that all programs were started with. */
    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        entries(SETTING).forEach(entry -> environment.put(entry.getKey(), entry.getValue()));
        return environment;
    }

    private Stream<Map.Entry<String, String>> entries(String prefix) {
        var note = read();
        return note.stringPropertyNames().stream().filter(name -> name.startsWith(prefix)).map(
                name -> Map.entry(name.substring(prefix.length()), note.getProperty(name)));
    }

    private Properties read() {
        var note = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                note.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return note;
    }
}
