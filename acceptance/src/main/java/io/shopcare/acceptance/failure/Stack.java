package io.shopcare.acceptance.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.shopcare.acceptance.Surroundings;

/**
 * The local stack that the suite strikes: on ports and data of its own, its services with the failure agent, and with
 * clocks short enough that what they clear up is cleared up while the suite looks.
 */
final class Stack implements AutoCloseable {
    static final List<String> SERVICES = List.of("presale", "order", "aftersale", "crm");
    private static final List<String> SHORT_CLOCKS = List.of("SHOPCARE_ORDER_STOCK_SWEEP_EVERY=5s",
            "SHOPCARE_ORDER_IMPORTS_SWEEP_EVERY=2s", "SHOPCARE_PLATFORM_NOTICES_LEASE=20s",
            "SHOPCARE_MAIL_KEEP=50000",
            "SHOPCARE_ORDER_SHOPS_HARBOR_PAY_WITHIN=" + Race.PAY_WITHIN, "SHOPCARE_ORDER_SHOPS_HARBOR_FREIGHT=0");

    private final Path root;
    private final int offset;
    private final Set<String> twofold;
    private final Path agent;

    /** @param twofold services of which two instances run */
    Stack(Path root, int offset, Set<String> twofold) {
        this.twofold = Set.copyOf(twofold);
        this.root = root.toAbsolutePath().normalize();
        this.offset = offset;
        try (var jars = Files.list(this.root.resolve("acceptance/agent/target"))) {
            this.agent = jars.filter(jar -> jar.getFileName().toString().matches("failure-agent-.*\\.jar")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("the failure agent is not built"));
        } catch (IOException e) {
            throw new UncheckedIOException("the failure agent is not built", e);
        }
    }

    Surroundings surroundings() {
        return Surroundings.local(offset);
    }

    /** Of the embedded database; the services' databases have their names. */
    String database() {
        return "mongodb://localhost:" + (27017 + offset) + "/?serverSelectionTimeoutMS=10000";
    }

    Path root() {
        return root;
    }

    Path logs() {
        return data().resolve("logs");
    }

    /** A stack without a past. */
    void up() {
        run("reset", "--yes");
        var up = new ArrayList<>(List.of("up", "--detach"));
        twofold.forEach(service -> up.addAll(List.of("--scale", service + "-service=2")));
        if (run(up.toArray(String[]::new)) != 0)
            throw new IllegalStateException("the stack did not come up; see " + logs());
    }

    /** Names of all instances of all services. */
    List<String> instances() {
        return SERVICES.stream().flatMap(service -> isTwofold(service)
                ? Stream.of(service, service + "-2")
                : Stream.of(service)).toList();
    }

    /** Whether another instance of the same service runs beside this one. */
    boolean isTwofold(String program) {
        return twofold.contains(program.replaceFirst("-2$", ""));
    }

    Program program(String name) {
        return new Program(this, name);
    }

    /** Starts a program again, whether it still runs or not, and waits until it is ready. */
    void restart(String program) {
        if (run("restart", program) != 0)
            throw new IllegalStateException(program + " did not come back; see " + logs());
    }

    /** One of {@code ./shopcare check}; says whether all was as it should be. */
    boolean check(String what) {
        return run("check", what) == 0;
    }

    @Override
    public void close() {
        run("down");
    }

    Path data() {
        return root.resolve(".shopcare-" + offset);
    }

    private int run(String... arguments) {
        var command = new ArrayList<>(List.of(root.resolve("shopcare").toString()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(logs());
            var output = logs().resolve("failure-suite.log").toFile();
            var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
            var environment = builder.environment();
            environment.put("SHOPCARE_PORT_OFFSET", Integer.toString(offset));
            environment.put("SHOPCARE_NO_BUILD", "true");
            for (var service : SERVICES)
                environment.put("SHOPCARE_JAVA_OPTIONS_" + service.toUpperCase(Locale.ROOT),
                        "-javaagent:" + agent + "=" + data().resolve("faults"));
            SHORT_CLOCKS.forEach(setting -> environment.put(setting.substring(0, setting.indexOf('=')),
                    setting.substring(setting.indexOf('=') + 1)));
            var process = builder.start();
            if (!process.waitFor(6, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", arguments) + " did not end");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
