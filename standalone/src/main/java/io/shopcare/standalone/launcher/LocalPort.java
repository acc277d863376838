package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at the TCP ports of this machine. */
final class LocalPort {
    private static final String LISTEN = "0A";

    private LocalPort() {}

    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Who listens there, as far as /proc tells: other people's processes and other systems keep it to themselves. */
    static Optional<String> owner(int port) {
        Set<String> inodes = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            inodes.addAll(listenersIn(Path.of(table), port));
        }
        return ProcessHandle.allProcesses().filter(process -> holdsOneOf(process.pid(), inodes)).findFirst().map(
                process -> process.info().command().map(path -> Path.of(path).getFileName().toString()).orElse(
                        "a process") + ", pid " + process.pid());
    }

    private static Set<String> listenersIn(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            var inodes = new HashSet<String>();
            lines.map(line -> line.trim().split("\\s+")).filter(
                    row -> row.length > 9 && row[1].endsWith(suffix) && row[3].equals(LISTEN)).forEach(
                            row -> inodes.add("socket:[" + row[9] + "]"));
            return inodes;
        } catch (IOException e) {
            return Set.of();
        }
    }

    private static boolean holdsOneOf(long pid, Set<String> inodes) {
        if (inodes.isEmpty()) {
            return false;
        }
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> inodes.contains(targetOf(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String targetOf(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
