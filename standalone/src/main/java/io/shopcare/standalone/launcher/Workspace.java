package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie: {@code root} is the checkout with what was built, {@code data} what this stack writes and
 * {@code reset} removes.
 */
record Workspace(Path root, Path data) {
    static final String VERSION = "0.1.0-SNAPSHOT";

    static Workspace of(Path root, int portOffset) {
        return new Workspace(root, root.resolve(portOffset == 0 ? ".shopcare" : ".shopcare-" + portOffset));
    }

    Path log(String program) {
        return data.resolve("logs").resolve(program + ".log");
    }

    Path runFiles() {
        return data.resolve("run");
    }

    Path broker() {
        return data.resolve("kafka");
    }

    Path database() {
        return data.resolve("mongo");
    }

    Path identity() {
        return data.resolve("identity");
    }

    /** What Maven made of a module. */
    Path target(String module) {
        return root.resolve(module).resolve("target");
    }

    Path jar(String module, String classifier) {
        return target(module).resolve(
                Path.of(module).getFileName() + "-" + VERSION + (classifier.isEmpty() ? "" : "-" + classifier)
                        + ".jar");
    }

    /** Whether the build knows the module: only then is its program a part of the stack. */
    boolean hasModule(String module) {
        try {
            return Files.readString(root.resolve("pom.xml")).contains("<module>" + module + "</module>");
        } catch (IOException e) {
            throw new UsageException("No pom.xml in " + root + ": start ./shopcare from a checkout");
        }
    }
}
