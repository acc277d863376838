package io.shopcare.standalone.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The last step of a build: the programs start once and stop, and keep the classes that they loaded. Every start after it
 * has about half the work. One program whose jar changed trains by itself when it next stops.
 */
final class Training {
    private final List<Program> programs;
    private final BringUp bringUp;
    private final ShutDown shutDown;
    private final Screen screen;

    Training(List<Program> programs, Workspace workspace, RunNotes notes, Screen screen, Duration patience,
            Duration grace) {
        // a further instance reads the archive of the first
        this.programs = programs.stream().filter(program -> program.command().renewsArchive()).toList();
        this.bringUp = new BringUp(this.programs, workspace, Processes.withoutOptions(workspace, notes), screen,
                patience);
        this.shutDown = new ShutDown(notes, screen, grace);
        this.screen = screen;
    }

    /** After a first build, or one that changed what most programs are made of. */
    boolean isDue() {
        long untrained = programs.stream().filter(program -> !program.command().isPrepared()).count();
        return untrained * 2 > programs.size();
    }

    /** Returns when all have stopped, or with the reason why one did not start. */
    Optional<BringUp.Failure> run() throws InterruptedException {
        screen.line("  the build ends with a rehearsal: programs start once and keep the classes that they loaded");
        var failure = bringUp.run();
        if (failure.isEmpty()) {
            shutDown.run();
            screen.step("all", "rehearsed", bringUp.elapsed(), "");
            screen.line("");
        }
        return failure;
    }

    void breakOff() {
        bringUp.breakOff();
    }
}
