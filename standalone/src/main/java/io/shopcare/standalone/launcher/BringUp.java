package io.shopcare.standalone.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the programs: each as soon as those it needs are ready, and not more at a time than the processors can warm
 * up.
 */
final class BringUp {
    private static final Duration POLL = Duration.ofMillis(50);

    private final List<Program> programs;
    private final Workspace workspace;
    private final Processes processes;
    private final Screen screen;
    private final Duration patience;
    private final int abreast;
    private long began = System.nanoTime();
    private final Map<Program, Attempt> attempts = new LinkedHashMap<>();
    private boolean halted;

    BringUp(List<Program> programs, Workspace workspace, Processes processes, Screen screen, Duration patience) {
        this.programs = programs;
        this.workspace = workspace;
        this.processes = processes;
        this.screen = screen;
        this.patience = patience;
        this.abreast = Runtime.getRuntime().availableProcessors() + 1;
    }

    /** Returns when all are ready, or with the reason why one is not. */
    Optional<Failure> run() throws InterruptedException {
        began = System.nanoTime();
        while (attempts.size() < programs.size() || attempts.values().stream().anyMatch(attempt -> !attempt.ready)) {
            for (Attempt attempt : List.copyOf(attempts.values())) {
                var failure = attempt.look();
                if (failure.isPresent()) {
                    return failure;
                }
            }
            startWhatMay();
            Thread.sleep(POLL);
        }
        return Optional.empty();
    }

    /** The first program that ended although nobody asked it to, and that no other command has started again. */
    Optional<Failure> ended() {
        return attempts.values().stream().flatMap(attempt -> attempt.end().stream()).findFirst();
    }

    List<ProcessHandle> handles() {
        return attempts.values().stream().map(attempt -> attempt.process.toHandle()).toList();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /**
     * From here on nothing is started any more, because what is up is about to be stopped. What is not ready yet has
     * nothing to lose and is ended at once; half a start loads half the classes, so what it kept of them goes too.
     */
    synchronized void breakOff() {
        halted = true;
        attempts.values().stream().filter(attempt -> !attempt.ready).forEach(attempt -> {
            attempt.process.destroyForcibly().onExit().join();
            Folders.delete(attempt.program.command().archive());
        });
    }

    private synchronized void startWhatMay() {
        if (halted) {
            return;
        }
        var waiting = new ArrayList<>(programs);
        waiting.removeAll(attempts.keySet());
        for (Program program : waiting) {
            long warmingUp = attempts.values().stream().filter(attempt -> !attempt.ready).count();
            if (warmingUp < abreast && program.needs().stream().allMatch(this::ready)) {
                screen.step(program.name(), "starting", elapsed(), "");
                attempts.put(program, new Attempt(program, processes.start(program)));
            }
        }
    }

    private boolean ready(String name) {
        return attempts.values().stream().anyMatch(attempt -> attempt.ready && attempt.program.name().equals(name));
    }

    /** Why the stack is not up. */
    record Failure(Program program, String reason) {}

    private final class Attempt {
        private final Program program;
        private final Process process;
        private final long started = System.nanoTime();
        private boolean ready;

        Attempt(Program program, Process process) {
            this.program = program;
            this.process = process;
        }

        Optional<Failure> look() {
            var end = end();
            if (end.isPresent()) {
                return end;
            }
            var age = Duration.ofNanos(System.nanoTime() - started);
            if (!ready && program.readiness().reached(workspace.log(program.name()))) {
                ready = true;
                screen.step(program.name(), "ready", elapsed(), String.format(Locale.ROOT,
                        "port %d, after %.1f s", program.port(), age.toMillis() / 1000.0));
            }
            return ready || age.compareTo(patience) < 0
                    ? Optional.empty()
                    : Optional.of(new Failure(program, "was not ready within " + patience.toSeconds() + " s"));
        }

        Optional<Failure> end() {
            return processes.endOf(program, process).map(how -> new Failure(program, how));
        }
    }
}
