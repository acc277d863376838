package io.shopcare.standalone.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Stops what runs: the door first, the broker last, so that nobody loses what they still want to write. */
final class ShutDown {
    private static final List<List<String>> ORDER = List.of(List.of(Blueprint.GATEWAY), List.of(
            Service.PRESALE.shortName(), Service.ORDER.shortName(), Service.AFTERSALE.shortName(),
            Service.CRM.shortName()), List.of(Blueprint.PARTNERS), List.of(Blueprint.DATABASE), List.of(Broker.NAME));

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
        boolean any = false;
        for (List<String> together : ORDER) {
            Map<String, ProcessHandle> alive = together.stream().filter(name -> notes.alive(name).isPresent())
                    .collect(Collectors.toMap(name -> name, name -> notes.alive(name).orElseThrow()));
            long began = System.nanoTime();
            alive.values().forEach(ProcessHandle::destroy);
            alive.forEach((name, process) -> waitFor(name, process, began));
            together.forEach(notes::remove);
            any |= !alive.isEmpty();
        }
        return any;
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
