package io.shopcare.standalone.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A folder in which programs are started and stopped, and what a person at the terminal sees of it. */
record Stage(Workspace workspace, RunNotes notes, Screen screen, ByteArrayOutputStream out) {
    static Stage in(Path folder) {
        var out = new ByteArrayOutputStream();
        var workspace = new Workspace(folder, folder.resolve(".shopcare"));
        return new Stage(workspace, new RunNotes(workspace.runFiles()),
                new Screen(new PrintStream(out, true, StandardCharsets.UTF_8), false), out);
    }

    String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    void leaveNothing() {
        new ShutDown(notes, screen, Duration.ZERO).run();
    }
}
