package io.shopcare.acceptance;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Plays a sale through every service of a running stack, a line for every step; exit code 1 when a check fails. */
public final class Demo {
    private Demo() {}

    /**
     * {@code catalogue} only lists the demo shops' articles, {@code order-desk} plays the story of an order that must be
     * stopped; without a word the sale is played after that.
     */
    public static void main(String[] arguments) {
        var at = Surroundings.fromEnvironment();
        var people = new People(at);
        try {
            var catalogue = new Catalogue(samples(), people);
            int listed = List.of("nuanyang", "harbor").stream().mapToInt(catalogue::load).sum();
            if (listed > 0)
                System.out.printf("  %d articles of the demo shops listed and on the shelf%n", listed);
            if (List.of(arguments).contains("catalogue"))
                return;
        } catch (IllegalStateException | AssertionError e) {
            System.out.printf("x %s%n  is the stack up? ./shopcare status%n", e.getMessage());
            System.exit(1);
        }
        try (var topics = new Topics(at.broker())) {
            var journal = new Journal(topics, System.out);
            if (List.of(arguments).contains("order-desk"))
                new AnOrderThatMustBeStopped(at, people, journal, clock()).play();
            else
                new ASaleThatGoesWell(at, people, journal, clock()).play();
            System.out.printf("%nAll %d steps as they should be, in %.1f s.%n", journal.steps(),
                    journal.millis() / 1000.0);
        } catch (StoryBrokenException e) {
            System.out.printf("%nNot as it should be: %s%n", e.getMessage());
            System.exit(1);
        }
    }

    private static Path samples() {
        return Path.of(System.getenv().getOrDefault("SHOPCARE_ROOT", "."), "order-service", "samples");
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }
}
