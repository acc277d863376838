package io.shopcare.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.shopcare.platform.testkit.services.Api;

/** The stack of this build, started for the stories on ports of its own and with data of its own. */
final class LocalStack implements AutoCloseable {
    /** A second run beside the first has ports of its own. */
    static final int OFFSET = Integer.getInteger("shopcare.stories.offset", 7000);

    private final Path root = Path.of(System.getProperty("shopcare.root", ".."));

    private LocalStack() {}

    /** @param options of {@code ./shopcare up}, for example {@code --scale} */
    static LocalStack up(String... options) {
        var stack = new LocalStack();
        stack.run("reset", "--yes");
        var command = new ArrayList<>(List.of("up", "--detach"));
        command.addAll(List.of(options));
        if (stack.run(command.toArray(String[]::new)) != 0)
            throw new IllegalStateException("the stack did not come up; see .shopcare-" + OFFSET + "/logs");
        return stack;
    }

    Surroundings surroundings() {
        return Surroundings.local(OFFSET);
    }

    /** Where the instances of a service listen: ten further with each. */
    List<Integer> portsOf(String service, int instances) {
        int first = OFFSET + 8081 + List.of("presale", "order", "aftersale", "crm").indexOf(service);
        return IntStream.range(0, instances).mapToObj(instance -> first + 10 * instance).toList();
    }

    /** What Prometheus reads of gateway and services; of each instance of order-service, which share the events. */
    List<String> metricsPages() {
        var ports = Stream.concat(Stream.of(OFFSET + 8080, OFFSET + 8081, OFFSET + 8083, OFFSET + 8084),
                portsOf("order",
                        3).stream());
        return ports.map(port -> new Api("http://localhost:" + port).get("/actuator/prometheus").expect(200).http()
                .body()).toList();
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve(".shopcare-" + OFFSET).resolve("logs");
    }

    /** Ends these programs where they stand, all at once. */
    void kill(List<String> programs) {
        var processes = programs.stream().map(this::processOf).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** Stops a program if it runs, starts it, and returns when it is ready. */
    void restart(String program) {
        if (run("restart", program) != 0)
            throw new IllegalStateException(program + " did not come back; see " + logs());
    }

    private ProcessHandle processOf(String program) {
        var note = new Properties();
        try (var in = Files.newBufferedReader(logs().resolveSibling("run").resolve(program
                + ".properties"))) {
            note.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(program + " does not run", e);
        }
        return ProcessHandle.of(Long.parseLong(note.getProperty("pid"))).orElseThrow();
    }

    @Override
    public void close() {
        run("down");
    }

    private int run(String... arguments) {
        var command = new ArrayList<>(List.of(root.resolve("shopcare").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        builder.environment().put("SHOPCARE_PORT_OFFSET", Integer.toString(OFFSET));
        builder.environment().put("SHOPCARE_NO_BUILD", "true");
        builder.environment().put("SHOPCARE_IDENTITY_CROWD", "100");
        try {
            var process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " did not end");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
