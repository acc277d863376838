package io.shopcare.acceptance;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Writes a story down as it is played: who did what, what was answered, which events were heard, and how long it took. */
final class Journal {
    private final Topics topics;
    private final PrintStream out;
    private final long began = System.nanoTime();
    private final List<String> failures = new ArrayList<>();
    private int steps;

    Journal(Topics topics, PrintStream out) {
        this.topics = topics;
        this.out = out;
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    /** Plays a step; a check that fails ends the story, since the next step stands on this one. */
    void step(String who, String what, Supplier<Told> act) {
        steps++;
        long from = System.nanoTime();
        try {
            var told = act.get();
            var heard = told.events().stream().map(event -> {
                topics.await(event.topic(), event.subject(), event.type());
                return event.type().replaceAll("\\.v\\d+$", "");
            }).toList();
            out.printf("  %-6s %-58s %s%s  (%d ms)%n", who, what, told.answer(),
                    heard.isEmpty() ? "" : "  ~ " + String.join(", ", heard), millisSince(from));
        } catch (RuntimeException | AssertionError e) {
            failures.add(who + " " + what + ": " + e.getMessage());
            out.printf("x %-6s %-58s %s  (%d ms)%n", who, what, e.getMessage(), millisSince(from));
            throw new StoryBrokenException(failures.getLast(), e);
        }
    }

    /** Ends the story if two things that have to be the same are not. */
    static void same(String what, Object expected, Object found) {
        if (!Objects.equals(expected, found))
            throw new AssertionError(what + ": expected " + expected + ", found " + found);
    }

    /** Ends the story if something is not so. */
    static void check(String what, boolean holds) {
        if (!holds)
            throw new AssertionError(what);
    }

    /** Waits until something is so, for a quarter of a minute. */
    static <T> T until(String what, Supplier<T> look, java.util.function.Predicate<T> fits) {
        return until(what, Duration.ofSeconds(15), look, fits);
    }

    /** Waits until something is so, for no longer than this. */
    static <T> T until(String what, Duration patience, Supplier<T> look, java.util.function.Predicate<T> fits) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var seen = look.get();
            if (fits.test(seen))
                return seen;
            if (System.nanoTime() > end)
                throw new AssertionError(what + ", but: " + seen);
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    int steps() {
        return steps;
    }

    long millis() {
        return millisSince(began);
    }

    private static long millisSince(long from) {
        return Duration.ofNanos(System.nanoTime() - from).toMillis();
    }
}
