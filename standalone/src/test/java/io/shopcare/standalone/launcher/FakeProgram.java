package io.shopcare.standalone.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A program that does nothing: listens, says that it is ready, and ends as it was told to. */
public final class FakeProgram {
    private FakeProgram() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (words.contains("dies")) {
            System.out.println("I have no database");
            System.exit(3);
        }
        if (words.contains("stays")) {
            Runtime.getRuntime().addShutdownHook(new Thread(FakeProgram::forEver));
        }
        try (var port = new ServerSocket(Integer.parseInt(words.getFirst()), 5, InetAddress.getLoopbackAddress())) {
            System.out.println("listening on " + port.getLocalPort() + ", ready");
            System.out.println(System.getenv("SHOPCARE_GREETING"));
            forEver();
        }
    }

    private static void forEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** This program as a part of a stack. */
    static Program named(String name, int port, Path folder, Set<String> needs, String... manners) {
        var arguments = new ArrayList<>(List.of(Integer.toString(port)));
        arguments.addAll(List.of(manners));
        return new Program(name, folder, needs, List.of(port), new Readiness.LogLine("ready", port), new JavaCommand(
                16, List.of(), System.getProperty("java.class.path"), FakeProgram.class.getName(), arguments, folder
                        .resolve(name + ".jsa")),
                Map.of());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
