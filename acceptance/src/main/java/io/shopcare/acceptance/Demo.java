package io.shopcare.acceptance;

import java.time.Clock;

/** Plays a sale through every service of a running stack, a line for every step; exit code 1 when a check fails. */
public final class Demo {
    private Demo() {}

    /** Plays it. */
    public static void main(String[] arguments) {
        var at = Surroundings.fromEnvironment();
        try (var topics = new Topics(at.broker())) {
            var journal = new Journal(topics, System.out);
            new ASaleThatGoesWell(at, new People(at), journal, clock()).play();
            System.out.printf("%nAll %d steps as they should be, in %.1f s.%n", journal.steps(),
                    journal.millis() / 1000.0);
        } catch (StoryBrokenException e) {
            System.out.printf("%nNot as it should be: %s%n", e.getMessage());
            System.exit(1);
        }
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }
}
