package io.shopcare.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The stack of this build, started for the stories on ports of its own and with data of its own. */
final class LocalStack implements AutoCloseable {
    static final int OFFSET = 7000;

    private final Path root = Path.of(System.getProperty("shopcare.root", ".."));

    private LocalStack() {}

    static LocalStack up() {
        var stack = new LocalStack();
        stack.run("reset", "--yes");
        if (stack.run("up", "--detach") != 0)
            throw new IllegalStateException("the stack did not come up; see .shopcare-" + OFFSET + "/logs");
        return stack;
    }

    Surroundings surroundings() {
        return Surroundings.local(OFFSET);
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve(".shopcare-" + OFFSET).resolve("logs");
    }

    @Override
    public void close() {
        run("down");
    }

    private int run(String... arguments) {
        var command = new java.util.ArrayList<>(java.util.List.of(root.resolve("shopcare").toString()));
        command.addAll(java.util.List.of(arguments));
        var builder = new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        builder.environment().put("SHOPCARE_PORT_OFFSET", Integer.toString(OFFSET));
        builder.environment().put("SHOPCARE_NO_BUILD", "true");
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
