package io.shopcare.standalone.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.shopcare.standalone.Web;

/** A shop on the other side of the wire: signs what it asks, and listens to what it is told. */
final class Merchant implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<URI> provider;
    private final HttpServer ear;
    private final Web web = new Web();
    final List<JsonNode> told = new CopyOnWriteArrayList<>();
    volatile int answer = 204;

    Merchant(Supplier<URI> provider) {
        this.provider = provider;
        try {
            ear = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ear.createContext("/told", this::listen);
        ear.start();
    }

    HttpResponse<String> ask(String paymentNo, String amount) {
        return signed("/v1/payments", """
                {"paymentNo":"%s","amount":{"amount":"%s","currency":"CNY"},"subject":"coat","notifyUrl":"%s"}"""
                .formatted(paymentNo, amount, url()));
    }

    HttpResponse<String> pay(String paymentNo, String mode) {
        return web.post(provider.get().resolve("/v1/payments/" + paymentNo + "/pay"), "{\"mode\":\"" + mode + "\"}",
                "Content-Type", "application/json");
    }

    HttpResponse<String> refund(String refundNo, String paymentNo, String amount) {
        return signed("/v1/refunds", """
                {"refundNo":"%s","paymentNo":"%s","amount":{"amount":"%s","currency":"CNY"},"reason":"too small",
                "notifyUrl":"%s"}""".formatted(refundNo, paymentNo, amount, url()));
    }

    JsonNode payment(String paymentNo) {
        return Web.json(signedGet("/v1/payments/" + paymentNo));
    }

    JsonNode refund(String refundNo) {
        return Web.json(signedGet("/v1/refunds/" + refundNo));
    }

    void behaviour(String json) {
        web.post(provider.get().resolve("/v1/behaviour"), json, "Content-Type", "application/json");
    }

    void behaviourOf(String paymentNo, String json) {
        web.post(provider.get().resolve("/v1/behaviour/payments/" + paymentNo), json, "Content-Type",
                "application/json");
    }

    JsonNode ledgerAfter(String paymentNo, int limit) {
        return Web.json(web.get(provider.get().resolve("/v1/ledger/payments?limit=" + limit + "&after="
                + paymentNo)));
    }

    List<String> events() {
        return told.stream().map(each -> each.path("event").asText()).toList();
    }

    HttpResponse<String> signed(String path, String body) {
        long now = Instant.now().getEpochSecond();
        return signedAt(path, body, now, signature(now, body));
    }

    HttpResponse<String> signedAt(String path, String body, long timestamp, String signature) {
        return web.post(provider.get().resolve(path), body, "Content-Type", "application/json", "X-Timestamp", Long
                .toString(timestamp), "X-Signature", signature);
    }

    private HttpResponse<String> signedGet(String path) {
        long now = Instant.now().getEpochSecond();
        return web.get(provider.get().resolve(path), "X-Timestamp", Long.toString(now), "X-Signature", signature(now,
                ""));
    }

    static String signature(long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("sandbox-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(
                    StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String url() {
        return "http://localhost:" + ear.getAddress().getPort() + "/told";
    }

    private void listen(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        long timestamp = Long.parseLong(exchange.getRequestHeaders().getFirst("X-Timestamp"));
        boolean genuine = signature(timestamp, body).equals(exchange.getRequestHeaders().getFirst("X-Signature"));
        if (genuine && answer / 100 == 2) {
            told.add(JSON.readTree(body));
        }
        exchange.sendResponseHeaders(genuine ? answer : 401, -1);
        exchange.close();
    }

    @Override
    public void close() {
        ear.stop(0);
    }
}
