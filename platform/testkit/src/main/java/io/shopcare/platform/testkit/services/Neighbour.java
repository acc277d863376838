package io.shopcare.platform.testkit.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Another service, as far as it answers HTTP: what it was taught, 404 otherwise, or 503 while it is away. */
public final class Neighbour {
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean away;

    public Neighbour() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param path with its query */
    public void answers(String path, String json) {
        answers.put(path, json);
    }

    public void goesAway() {
        away = true;
    }

    public void comesBack() {
        away = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var found = answers.get(exchange.getRequestURI().toString());
        byte[] body = (found == null || away ? "{}" : found).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        int status = away ? 503 : found == null ? 404 : 200;
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
