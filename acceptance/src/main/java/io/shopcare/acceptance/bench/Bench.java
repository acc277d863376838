package io.shopcare.acceptance.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * {@code ./shopcare bench orders|chat|gateway|events|limit|audit}: measures the running stack. Exit code 0 when it was
 * measured, whatever came out, and 1 when it could not be, or not all that was begun came to its end.
 */
public final class Bench {
    static final String START = "SHOPCARE_IDENTITY_CROWD=200 ./shopcare up --full --detach";

    private Bench() {}

    public static void main(String[] words) throws InterruptedException {
        try {
            System.exit(run(Wishes.of(List.of(words)), Clock.systemUTC()) ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException | FlowFailedException e) {
            System.err.println("x " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(Wishes wishes, Clock clock) throws InterruptedException {
        int offset = Integer.parseInt(System.getenv().getOrDefault("SHOPCARE_PORT_OFFSET", "0"));
        var ground = new Ground(Path.of(System.getenv().getOrDefault("SHOPCARE_ROOT", ".")).toAbsolutePath()
                .normalize(), offset);
        var programs = Programs.of(ground.data());
        boolean isFull = programs.areInFullMode();
        if (!isFull && !wishes.anyMode())
            throw new IllegalStateException(
                    "the stack runs in quick-start mode, whose figures say nothing: start it with "
                            + START + ", or say --any-mode");
        if (!isFull)
            System.out.println("  QUICK-START MODE: these figures say nothing about Shopcare");
        var report = new Report(wishes.subject(), isFull, clock.instant());
        var market = new Market(ground.surroundings());
        market.open();
        boolean isWhole = new Subjects(wishes, ground, programs, market, report, clock).run();
        System.out.println("  " + ground.root().relativize(report.write(ground.results())));
        return isWhole;
    }
}
