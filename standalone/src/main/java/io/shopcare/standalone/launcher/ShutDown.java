package io.shopcare.standalone.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stops what runs: the door first, the broker last, so that nobody loses what they still want to write. */
final class ShutDown {
    private static final List<Set<String>> ORDER = List.of(Set.of(Blueprint.GATEWAY), Stream.of(Service.values()).map(
            Service::shortName).collect(Collectors.toSet()), Set.of(Blueprint.PARTNERS), Set.of(Blueprint.DATABASE),
            Set.of(Broker.NAME));

    private final RunNotes notes;
    private final Screen screen;
    private final Duration grace;

    ShutDown(RunNotes notes, Screen screen, Duration grace) {
        this.notes = notes;
        this.screen = screen;
        this.grace = grace;
    }

    /** Says whether there was anything to stop. */
    boolean run() {
        notes.write(RunNotes.STOP, ProcessHandle.current());
        endRestarts();
        boolean any = false;
        for (Set<String> programs : ORDER) {
            any |= stop(notes.names().stream().filter(name -> programs.contains(Scale.program(name))).toList());
        }
        notes.remove(RunNotes.STOP);
        return any;
    }

    /** Stops these at the same time; says whether there was anything to stop. */
    boolean stop(List<String> together) {
        var alive = new TreeMap<String, ProcessHandle>();
        together.forEach(name -> notes.alive(name).ifPresent(process -> alive.put(name, process)));
        long began = System.nanoTime();
        alive.values().forEach(ProcessHandle::destroy);
        alive.forEach((name, process) -> waitFor(name, process, began));
        together.forEach(notes::remove);
        return !alive.isEmpty();
    }

    /** Gives it no chance to finish anything. */
    void kill(String name) {
        notes.alive(name).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
            screen.step(name, "killed", Duration.ZERO, "as was asked");
        });
        notes.remove(name);
    }

    /**
     * A command that is about to start a program again would do so behind the back of this one. It notes itself before it
     * looks whether the stack is being stopped, so that one of both sees the other.
     */
    private void endRestarts() {
        notes.names().stream().filter(name -> name.endsWith(RunNotes.restartOf(""))).forEach(name -> {
            notes.alive(name).filter(command -> !command.equals(ProcessHandle.current())).ifPresent(
                    ProcessHandle::destroyForcibly);
            notes.remove(name);
        });
    }

    private void waitFor(String name, ProcessHandle process, long began) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        Duration left = grace.minusNanos(System.nanoTime() - began);
        try {
            exit.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
            screen.step(name, "stopped", Duration.ofNanos(System.nanoTime() - began), "");
        } catch (TimeoutException e) {
            process.destroyForcibly();
            exit.join();
            screen.step(name, "killed", Duration.ofNanos(System.nanoTime() - began),
                    "did not stop within " + grace.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not wait for " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
