package io.shopcare.order;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.signatures.SharedSecret;
import io.shopcare.platform.testkit.services.Api;

/** The provider's side of the wire: takes our signed messages, and signs notifications as the provider does. */
public final class FakeProvider implements AutoCloseable {
    public static final String SECRET = "sandbox-secret";

    private final SharedSecret secret = new SharedSecret(SECRET, Duration.ofSeconds(300));
    private final HttpServer server;
    private final Map<String, JsonNode> payments = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> refunds = new ConcurrentHashMap<>();
    private final Map<String, String> refundStates = new ConcurrentHashMap<>();
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/v1/payments", this::register);
        server.createContext("/v1/refunds", this::refund);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it takes messages and never answers them. */
    public void silent(boolean now) {
        silent = now;
    }

    public JsonNode payment(String paymentNo) {
        return payments.get(paymentNo);
    }

    /** The buyer pays, and the service is not told: it hears of it when it asks. */
    public void takesSilently(String paymentNo, String notificationId) {
        taken.put(paymentNo, notificationId);
    }

    /** What was asked to be paid back, by its number. */
    public Map<String, JsonNode> refunds() {
        return Map.copyOf(refunds);
    }

    /** The bank has done it, or not; the provider says so when it is asked. */
    public void settle(String refundNo, String status) {
        refundStates.put(refundNo, status);
    }

    /** Tells the service what became of a refund; signed now. */
    public Api.Response tellRefund(Api api, String event, String refundNo, String paymentNo, String amount) {
        return send(api, """
                {"notificationId":"n-%s","event":"%s","paymentNo":"%s","refundNo":"%s",\
                "amount":{"amount":"%s","currency":"CNY"},"occurredAt":"2026-11-17T03:10:13Z"}"""
                .formatted(refundNo, event, paymentNo, refundNo, amount), Clock.systemUTC().instant());
    }

    /** Messages whose signature was wrong. */
    public List<String> refused() {
        return refused;
    }

    /** Tells the service that so much came; signed now. */
    public Api.Response tell(Api api, String event, String notificationId, String paymentNo, String amount,
            String currency) {
        return send(api, body(event, notificationId, paymentNo, amount, currency), Clock.systemUTC().instant());
    }

    /** Sends a notification signed at that time. */
    public Api.Response send(Api api, String body, Instant signedAt) {
        return api.with(SharedSecret.TIMESTAMP, Long.toString(signedAt.getEpochSecond()))
                .with(SharedSecret.SIGNATURE, secret.sign(signedAt, body.getBytes(StandardCharsets.UTF_8)))
                .send("POST", "/api/order/provider-callbacks/sandbox", body);
    }

    public static String body(String event, String notificationId, String paymentNo, String amount,
            String currency) {
        try {
            return Json.WIRE.writeValueAsString(Map.of("notificationId", notificationId, "event", event, "paymentNo",
                    paymentNo, "amount", Map.of("amount", amount, "currency", currency), "occurredAt",
                    "2026-11-10T01:54:02Z"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Takes a refund on, once per number, or says what became of it. */
    private void refund(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        if (!secret.accepts(headers.getFirst(SharedSecret.TIMESTAMP), headers.getFirst(SharedSecret.SIGNATURE), body,
                Clock.systemUTC().instant()))
            refused.add(new String(body, StandardCharsets.UTF_8));
        var path = exchange.getRequestURI().getPath();
        boolean asks = exchange.getRequestMethod().equals("GET");
        var number = asks
                ? path.substring(path.lastIndexOf('/') + 1)
                : Json.WIRE.readTree(body).path("refundNo").asText();
        if (!asks)
            refunds.putIfAbsent(number, Json.WIRE.readTree(body));
        if (silent)
            return; // taken, and never answered
        int status = !refunds.containsKey(number) ? 404 : asks ? 200 : 202;
        var answer = Json.WIRE.writeValueAsBytes(
                Map.of("refundNo", number, "status", refundStates.getOrDefault(number, "accepted")));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void register(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        if (!secret.accepts(headers.getFirst(SharedSecret.TIMESTAMP), headers.getFirst(SharedSecret.SIGNATURE), body,
                Clock.systemUTC().instant()))
            refused.add(new String(body, StandardCharsets.UTF_8));
        if (exchange.getRequestMethod().equals("GET")) {
            show(exchange);
            return;
        }
        var payment = Json.WIRE.readTree(body);
        var number = payment.path("paymentNo").asText();
        payments.putIfAbsent(number, payment);
        if (silent)
            return; // the exchange stays open: the caller runs into its time-out
        var answer = Json.WIRE.writeValueAsBytes(Map.of("paymentNo", number, "status", "pending", "payUrl",
                url() + "/pay/" + number));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void show(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var number = path.substring(path.lastIndexOf('/') + 1);
        if (silent)
            return;
        var receipts = taken.containsKey(number)
                ? List.of(Map.of("notificationId", taken.get(number), "amount", payments.get(number).path("amount"),
                        "occurredAt", "2026-11-10T01:54:02Z"))
                : List.of();
        var answer = Json.WIRE.writeValueAsBytes(Map.of("paymentNo", number, "status",
                receipts.isEmpty() ? "pending" : "succeeded", "receipts", receipts));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(payments.containsKey(number) ? 200 : 404, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
