package io.shopcare.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.json.Json;

/** A socket through the gateway, of somebody with a one-time ticket. */
final class LiveSocket implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final StringBuilder partial = new StringBuilder();
    private final Consumer<JsonNode> listener;
    private final WebSocket socket;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    LiveSocket(String gateway, Person person, Consumer<JsonNode> listener) {
        this.listener = listener;
        var ticket = person.post("/api/presale/socket-tickets", Map.of()).expect(201, "a socket's ticket").json().at(
                "/path").asText();
        try {
            socket = HTTP.newWebSocketBuilder().buildAsync(URI.create(gateway.replaceFirst("^http", "ws") + ticket),
                    this).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("no socket", e);
        }
    }

    /** One after the other, as a socket wants it. */
    synchronized void send(Map<String, ?> frame) {
        try {
            var text = Json.WIRE.writeValueAsString(frame);
            last = last.handle((_, _) -> null).thenCompose(_ -> socket.sendText(text, true));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
        partial.append(text);
        if (isLast) {
            try {
                listener.accept(Json.WIRE.readTree(partial.toString()));
            } catch (IOException e) {
                throw new IllegalStateException("no frame: " + partial, e);
            } finally {
                partial.setLength(0);
            }
        }
        return WebSocket.Listener.super.onText(from, text, isLast);
    }

    void close() {
        socket.abort();
    }
}
