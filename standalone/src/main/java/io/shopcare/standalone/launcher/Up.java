package io.shopcare.standalone.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** {@code ./shopcare up}: checks, starts, tells, and in the foreground watches until it is told to stop. */
final class Up {
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration WATCH = Duration.ofMillis(500);

    private final Options options;
    private final Workspace workspace;
    private final Ports ports;
    private final Blueprint blueprint;
    private final RunNotes notes;
    private final Screen screen;
    private final Duration grace;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Up(Options options, Workspace workspace, Ports ports, Blueprint blueprint, RunNotes notes, Screen screen,
            Duration grace) {
        this.options = options;
        this.workspace = workspace;
        this.ports = ports;
        this.blueprint = blueprint;
        this.notes = notes;
        this.screen = screen;
        this.grace = grace;
    }

    int run() throws InterruptedException {
        List<Program> programs = blueprint.programs();
        var troubles = new Preflight(Machine.real(), notes, workspace.data()).check(programs);
        if (!troubles.isEmpty()) {
            screen.troubles(troubles);
            return 1;
        }
        sweepStaleNotes();
        notes.write(RunNotes.LAUNCHER, ProcessHandle.current());
        new StackNote(workspace).write(options.scale(), options.mode(), System.getenv());
        var training = new Training(programs, workspace, notes, screen, PATIENCE, grace);
        var bringUp = new BringUp(programs, workspace, new Processes(workspace, notes, Map.of()), screen, PATIENCE);
        var hook = new Thread(() -> {
            training.breakOff();
            bringUp.breakOff();
            stop();
        }, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        prepare();
        Optional<BringUp.Failure> failure = options.builds() && options.mode() != Mode.TRAINING && training.isDue()
                ? training.run()
                : Optional.empty();
        if (failure.isPresent()) {
            training.breakOff();
            return giveUp(failure.get());
        }
        failure = bringUp.run();
        if (failure.isPresent()) {
            bringUp.breakOff();
            return giveUp(failure.get());
        }
        tell(programs, bringUp);
        if (options.detach()) {
            Runtime.getRuntime().removeShutdownHook(hook);
            notes.remove(RunNotes.LAUNCHER);
            return 0;
        }
        screen.line("  Ctrl-C stops all");
        while (failure.isEmpty()) {
            Thread.sleep(WATCH);
            failure = bringUp.ended();
        }
        return giveUp(failure.get());
    }

    private void prepare() {
        long began = System.nanoTime();
        blueprint.prepare();
        screen.step("all", "prepared", Duration.ofNanos(System.nanoTime() - began), "");
    }

    private void tell(List<Program> programs, BringUp bringUp) {
        Duration wall = bringUp.elapsed();
        var footprint = Footprint.of(Stream.concat(bringUp.handles().stream(), Stream.of(ProcessHandle.current()))
                .toList());
        new Welcome(new Environment(ports, options.scale()), workspace, screen).print(programs);
        screen.line("  %d programs ready in %s mode after %.1f s and %.1f CPU seconds, %s resident",
                programs.size(), options.mode(), wall.toMillis() / 1000.0, footprint.cpu().toMillis() / 1000.0,
                footprint.residentText());
    }

    private int giveUp(BringUp.Failure failure) {
        if (stopped.get()) {
            return 1; // somebody stops the stack already: programs end because they are told to
        }
        screen.lastWords(failure, workspace);
        stop();
        return 1;
    }

    /** Once, whoever asks: a second one waits, because the JVM ends when its hooks do. */
    private synchronized void stop() {
        if (stopped.compareAndSet(false, true)) {
            screen.line("");
            screen.line(blueprint.stopping());
            new ShutDown(notes, screen, grace).run();
            notes.remove(RunNotes.LAUNCHER);
        }
    }

    private void sweepStaleNotes() {
        notes.names().forEach(name -> {
            screen.line("  %s of an earlier start is gone; its note is removed", name);
            notes.remove(name);
        });
    }
}
