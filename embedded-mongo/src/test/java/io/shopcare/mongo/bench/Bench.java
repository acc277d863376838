package io.shopcare.mongo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures what the README promises, with 10,000 and 300,000 documents in alternating runs, and says PASS or FAIL for
 * each line. Arguments: documents of the large store, seconds of a run, rounds.
 */
public final class Bench {

    private static final int SMALL = 10_000;
    private static final double LEAST_RATIO = 0.7;
    private static final double MOST_SECONDS_TO_READY = 2;
    private static final double MOST_BYTES_PER_BSON_BYTE = 3;

    private final double seconds;
    private final int rounds;
    private boolean passed = true;

    private Bench(double seconds, int rounds) {
        this.seconds = seconds;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws IOException {
        int large = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 3;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Path directory = Files.createTempDirectory(Path.of(System.getProperty("bench.dir", "target")).toAbsolutePath(),
                "bench");
        Bench bench = new Bench(seconds, rounds);
        try (Store few = new Store(directory.resolve("small"), SMALL);
                Store many = new Store(directory.resolve("large"), large)) {
            bench.run(few, many);
        } finally {
            delete(directory);
        }
        System.exit(bench.passed ? 0 : 1);
    }

    private void run(Store few, Store many) {
        System.out.printf(Locale.ROOT, "%-36s %8s %12s %12s %7s%n", "", "wanted", few.size() + " docs",
                many.size() + " docs", "ratio");
        for (Load load : Load.values()) {
            if (System.getProperty("bench.only", load.name()).equals(load.name())) {
                measure(load, few, many);
            }
        }
        line("store / BSON, with indexes", MOST_BYTES_PER_BSON_BYTE, (double) many.bytesOnDisk() / many.bsonBytes());
        line("seconds to ready after kill -9", MOST_SECONDS_TO_READY, many.restart(true));
        line("seconds to ready after a stop", MOST_SECONDS_TO_READY, many.restart(false));
        line("store / BSON, after the stop", MOST_BYTES_PER_BSON_BYTE, (double) many.bytesOnDisk() / many.bsonBytes());
        System.out.println(passed ? "all PASS" : "FAIL");
    }

    private void measure(Load load, Store few, Store many) {
        load.run(few, seconds);
        load.run(many, seconds);
        List<Double> ofFew = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ofFew.add(load.run(few, seconds));
            ofMany.add(load.run(many, seconds));
            if (load == Load.INSERT) {
                few.removeInserted();
                many.removeInserted();
            }
        }
        double small = median(ofFew);
        double large = median(ofMany);
        boolean enough = large >= load.atLeast && large >= LEAST_RATIO * small;
        passed &= enough;
        System.out.printf(Locale.ROOT, "%-36s %6d/s %10.0f/s %10.0f/s %7.2f  %s%n",
                load.title + ", " + load.threads + " thr.", load.atLeast,
                small, large, large / small, enough ? "PASS" : "FAIL");
    }

    private void line(String title, double most, double measured) {
        boolean enough = measured <= most;
        passed &= enough;
        System.out.printf(Locale.ROOT, "%-36s %8.1f %26.2f          %s%n", title, most, measured,
                enough ? "PASS" : "FAIL");
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
