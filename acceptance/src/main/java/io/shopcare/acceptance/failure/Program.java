package io.shopcare.acceptance.failure;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One program of the stack, as it can be struck from outside or, through the agent, from within. */
final class Program {
    private final Stack stack;
    private final String name;

    Program(Stack stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    /** Ends it at once, and waits until it is gone. */
    void kill() {
        var process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Freezes it for a while; whoever talks to it waits. */
    void freeze(Duration time) {
        signal("STOP");
        try {
            Pause.of(time);
        } finally {
            signal("CONT");
        }
    }

    /** Lets it go on, where it froze itself at a point. */
    void thaw() {
        signal("CONT");
    }

    /** Waits until it is gone, or gives up after a while. */
    boolean isGoneWithin(Duration time) {
        try {
            process().onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it froze itself at the point that was armed, or gives up after a while. */
    boolean isFrozenWithin(Duration time) {
        return Pause.until(time, () -> state().equals("T"));
    }

    /** Starts it again and waits until it is ready. */
    void restart() {
        stack.restart(name);
    }

    /** Takes back what was armed; false when it went off in this very moment: gone, or frozen and without an answer. */
    boolean isDisarmed() {
        try {
            tell("disarm");
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Says something to the agent in it. */
    String tell(String words) {
        try {
            var port = Integer.parseInt(Files.readString(stack.data().resolve("faults").resolve(pid())).strip());
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write((words + "\n").getBytes(UTF_8));
                var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
                if (answer == null)
                    throw new EOFException("it hung up");
                if (words.startsWith("passages") == answer.equals("ok"))
                    throw new IllegalStateException(name + " answers " + answer + " to " + words);
                return answer;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no agent in " + name, e);
        }
    }

    private ProcessHandle process() {
        return ProcessHandle.of(Long.parseLong(pid()))
                .orElseThrow(() -> new IllegalStateException(name + " is not there"));
    }

    private String pid() {
        try {
            return Files.readAllLines(stack.data().resolve("run").resolve(name + ".properties")).stream()
                    .filter(line -> line.startsWith("pid=")).findFirst().orElseThrow().substring("pid=".length());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " was never started", e);
        }
    }

    private void signal(String signal) {
        run(List.of("kill", "-" + signal, pid()));
    }

    /** As ps writes it: T is frozen. */
    private String state() {
        var text = run(List.of("ps", "-o", "stat=", "-p", pid())).strip();
        return text.isEmpty() ? "" : text.substring(0, 1);
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
