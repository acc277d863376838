package io.shopcare.acceptance.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Takes one line per connection, from this machine only: {@code kill POINT PASSAGE}, {@code stop POINT PASSAGE},
 * {@code deliver once|twice|swapped}, {@code clock PT10M}, {@code disarm}, {@code passages}; answers {@code ok}, the
 * passages, or what was wrong.
 */
final class ControlPort {
    private ControlPort() {}

    static void open(Path folder) throws IOException {
        var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Files.createDirectories(folder);
        var note = folder.resolve(Long.toString(ProcessHandle.current().pid()));
        var unfinished = folder.resolve(note.getFileName() + ".new");
        Files.writeString(unfinished, Integer.toString(server.getLocalPort()));
        Files.move(unfinished, note, StandardCopyOption.ATOMIC_MOVE);
        Thread.ofPlatform().daemon().name("failure-agent").start(() -> listen(server));
    }

    private static void listen(ServerSocket server) {
        while (true) {
            try (var caller = server.accept()) {
                answer(caller);
            } catch (IOException e) {
                // the caller went away: the next one is heard all the same
            }
        }
    }

    private static void answer(Socket caller) throws IOException {
        var line = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8)).readLine();
        var answer = line == null ? "nothing was said" : obey(line.split(" ", -1));
        caller.getOutputStream().write((answer + "\n").getBytes(UTF_8));
    }

    static String obey(String... words) {
        try {
            switch (words[0]) {
                case "kill" -> Faults.arm(Signals.KILL, Point.of(words[1]), Long.parseLong(words[2]));
                case "stop" -> Faults.arm(Signals.STOP, Point.of(words[1]), Long.parseLong(words[2]));
                case "deliver" -> Faults.deliver(Deliveries.valueOf(words[1].toUpperCase(Locale.ROOT)));
                case "clock" -> Faults.shift(Duration.parse(words[1]));
                case "disarm" -> Faults.disarm();
                case "passages" -> {
                    return Faults.passages();
                }
                default -> throw new IllegalArgumentException("not understood");
            }
            return "ok";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
