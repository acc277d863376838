package io.shopcare.acceptance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.Api;

/** One side of a conversation on a socket through the gateway. */
final class Chat implements AutoCloseable, WebSocket.Listener {
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private Chat(String gateway, String path) {
        try {
            socket = HttpClient.newHttpClient().newWebSocketBuilder()
                    .buildAsync(URI.create(gateway.replaceFirst("^http", "ws") + path), this).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("no socket at " + path, e);
        }
    }

    /** Opens a socket with a one-time ticket and follows a conversation from a place. */
    static Chat follow(String gateway, Api person, String conversation, long after) {
        var ticket = person.post("/api/presale/socket-tickets", null).expect(201).at("/path");
        var chat = new Chat(gateway, ticket);
        chat.send(Map.of("type", "subscribe", "conversation", conversation, "after", after));
        return chat;
    }

    void say(String conversation, String clientMessageId, String text) {
        send(Map.of("type", "post", "conversation", conversation, "clientMessageId", clientMessageId, "kind", "text",
                "text", text));
    }

    /** The message with this text, once it is there. */
    JsonNode message(String text) {
        return Journal.until("a message on the socket", () -> frames.stream()
                .filter(frame -> frame.at("/type").asText().equals("message")
                        && frame.at("/text").asText().equals(text))
                .findFirst(), java.util.Optional::isPresent).orElseThrow();
    }

    /** Numbers of the messages so far, in the order in which they came. */
    List<Long> sequences() {
        return frames.stream().filter(frame -> frame.at("/type").asText().equals("message"))
                .map(frame -> frame.at("/seq").asLong()).toList();
    }

    private void send(Map<String, ?> frame) {
        try {
            socket.sendText(Json.WIRE.writeValueAsString(frame), true).join();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            try {
                frames.add(Json.WIRE.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("no frame: " + partial, e);
            } finally {
                partial.setLength(0);
            }
        }
        return WebSocket.Listener.super.onText(from, text, last);
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(e -> socket).join();
    }
}
