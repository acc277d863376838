package io.shopcare.standalone.launcher;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code ./shopcare restart NAME}: one program of a running stack is ended, or was already, and starts again with the
 * settings that it had; the others go on.
 */
final class Restart {
    private final Workspace workspace;
    private final List<Program> programs;
    private final RunNotes notes;
    private final Screen screen;
    private final Duration grace;
    private final Duration patience;

    Restart(Workspace workspace, List<Program> programs, RunNotes notes, Screen screen, Duration grace,
            Duration patience) {
        this.workspace = workspace;
        this.programs = programs;
        this.notes = notes;
        this.screen = screen;
        this.grace = grace;
        this.patience = patience;
    }

    /** Asks it to stop, or kills it at once, and returns when it is ready again. */
    int run(String name, boolean kill) throws InterruptedException {
        Program program = program(name);
        if (programs.stream().noneMatch(running -> notes.alive(running.name()).isPresent())) {
            throw new UsageException("The stack does not run: start it with ./shopcare up");
        }
        if (notes.restarting(program.name())) {
            throw new UsageException("Somebody restarts " + program.name() + " already");
        }
        notes.write(RunNotes.restartOf(program.name()), ProcessHandle.current());
        try {
            if (notes.alive(RunNotes.STOP).isPresent()) {
                throw new UsageException("The stack is being stopped");
            }
            var shutDown = new ShutDown(notes, screen, grace);
            if (kill) {
                shutDown.kill(program.name());
            } else {
                shutDown.stop(List.of(program.name()));
            }
            return start(program);
        } finally {
            notes.remove(RunNotes.restartOf(program.name()));
        }
    }

    private Program program(String name) {
        String instance = Scale.instance(name);
        return programs.stream().filter(program -> program.name().equals(instance)).findFirst().orElseThrow(
                () -> new UsageException("There is no program " + name + "; there are: "
                        + programs.stream().map(Program::name).collect(Collectors.joining(" "))));
    }

    private int start(Program program) throws InterruptedException {
        // what it needs runs or comes back by itself: the program waits for it as it would in production
        var processes = new Processes(workspace, notes, new StackNote(workspace).environment());
        var failure = new BringUp(List.of(program.withoutNeeds()), workspace, processes, screen, patience).run();
        failure.ifPresent(why -> screen.lastWords(why, workspace));
        return failure.isPresent() ? 1 : 0;
    }
}
