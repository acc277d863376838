package io.shopcare.mongo.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.shopcare.mongo.Main;

/** A real child process that serves a directory. */
public final class ServerProcess implements AutoCloseable {

    private static final String READY = "embedded-mongo ready: ";

    private final Process process;
    private final String uri;
    private final Duration startedIn;

    private ServerProcess(Process process, String uri, Duration startedIn) {
        this.process = process;
        this.uri = uri;
        this.startedIn = startedIn;
    }

    /** Returns when the server is ready. */
    public static ServerProcess start(Path directory, String... jvmOptions) {
        try {
            long begun = System.nanoTime();
            Process process = builder(List.of("--dir", directory.toString(), "--port", "0"), jvmOptions).start();
            BufferedReader out = new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder said = new StringBuilder();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    return new ServerProcess(process, line.substring(READY.length()),
                            Duration.ofNanos(System.nanoTime() - begun));
                }
                said.append(line).append('\n');
            }
            throw new IllegalStateException("the server did not get ready: " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the command to its end. */
    public static Ended run(String... arguments) {
        try {
            Process process = builder(List.of(arguments)).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public record Ended(int status, String said) {}

    private static ProcessBuilder builder(List<String> arguments, String... jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    public String uri() {
        return uri;
    }

    /** From the start of the process to its ready line. */
    public Duration startedIn() {
        return startedIn;
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM, and waits for the end. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    public int await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not stop");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
