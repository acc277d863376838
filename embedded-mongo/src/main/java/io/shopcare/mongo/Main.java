package io.shopcare.mongo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import io.shopcare.mongo.store.StoreDamagedException;

/**
 * The server as a process of its own: {@code --dir DIR --port PORT [--bind ADDRESS]} serves until it is told to stop
 * (SIGTERM, Ctrl-C) and prints a line when it is ready; {@code --dir DIR --check} walks documents and index entries.
 */
public final class Main {

    static final String READY = "embedded-mongo ready: ";
    private static final int WRONG_USE = 2;
    private static final int NOT_STARTED = 3;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        int status = new Main(System.out, System.err).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    int run(String[] arguments) {
        Arguments parsed;
        try {
            parsed = Arguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println("embedded-mongo: " + e.getMessage());
            err.println(Arguments.USAGE);
            return WRONG_USE;
        }
        try {
            return parsed.check() ? check(parsed.directory()) : serve(parsed);
        } catch (StoreDamagedException | IllegalStateException | UncheckedIOException e) {
            err.println("embedded-mongo: " + e.getMessage());
            return NOT_STARTED;
        }
    }

    private int serve(Arguments arguments) {
        EmbeddedMongo mongo = EmbeddedMongo.at(arguments.directory()).port(arguments.port()).bind(arguments.bind())
                .sweepEvery(arguments.sweepEvery()).start();
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("mongo-stop").unstarted(() -> {
            mongo.close();
            out.println("embedded-mongo stopped");
            out.flush();
            closed.countDown();
        }));
        out.println(READY + mongo.uri());
        out.flush();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int check(Path directory) {
        try (EmbeddedMongo mongo = EmbeddedMongo.at(directory).start()) {
            long faults = 0;
            for (var report : mongo.check().entrySet()) {
                if (!report.getKey().isEmpty()) {
                    out.println(report.getKey() + ": " + report.getValue().documents() + " documents, entries "
                            + report.getValue().entries());
                }
                report.getValue().faults().forEach(fault -> out.println("  FAULT " + fault));
                faults += report.getValue().faults().size();
            }
            out.println(faults == 0 ? "whole" : "not whole");
            return faults == 0 ? 0 : 1;
        }
    }
}
