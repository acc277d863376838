package io.shopcare.aftersale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.shopcare.platform.testkit.contracts.Contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

/** order-service, as far as it answers HTTP: orders that it was taught, 404 otherwise, or 503 while it is away. */
public final class OrderServiceStandIn {
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean away;

    OrderServiceStandIn() {
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

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Teaches Lin's coat and scarf under an id, with more fields than anybody reads. */
    public void knows(String orderId) {
        answers.put("/api/order/orders/" + orderId + "/snapshot", snapshot(orderId).toString());
        answers.put("/api/order/orders/" + orderId, """
                {"orderId": "%s", "address": {"city": "杭州市", "email": "lin@example.com"}, "phase": "received"}"""
                .formatted(orderId));
    }

    public void goesAway() {
        away = true;
    }

    public void comesBack() {
        away = false;
    }

    private static ObjectNode snapshot(String orderId) {
        ObjectNode placed = Contracts.sample("order.placed.v1", "coat-and-scarf").data().deepCopy();
        ObjectNode snapshot = placed.put("orderId", orderId).put("placedAt", "2026-11-10T01:52:10Z")
                .put("phase", "received").put("version", 12);
        var freight = snapshot.putObject("freight");
        freight.set("paid", placed.at("/lines/0/discount").deepCopy());
        freight.set("refunded", placed.at("/lines/0/discount").deepCopy());
        for (var line : snapshot.withArray("/lines")) {
            var known = (ObjectNode) line;
            known.set("paid", line.path("amount"));
            known.putObject("refunded").put("amount", "0.00").put("currency", "CNY");
            known.put("shipped", 1)
                    .put("signedAt", java.time.Clock.systemUTC().instant().minusSeconds(86400).toString())
                    .put("warehouse", "hangzhou-1");
        }
        return snapshot;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var found = answers.get(exchange.getRequestURI().toString());
        byte[] body = (found == null || away ? "{}" : found).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 503 : found == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
