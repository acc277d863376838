package io.shopcare.presale.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

/** A client's socket. Every frame that it gets, and every one that it sends unless told otherwise, is of the contract. */
final class Socket implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private volatile int closed;

    private Socket(String address) {
        socket = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(5)).buildAsync(URI.create(address), this)
                .join();
    }

    /** As a person, with a fresh ticket. */
    static Socket of(Api api, int port, TestPerson person) {
        return by(port, api.as(person).post("/api/presale/socket-tickets", null).expect(201).at("/ticket"));
    }

    static Socket by(int port, String ticket) {
        return new Socket("ws://localhost:" + port + "/ws/presale?ticket=" + ticket);
    }

    void subscribe(String conversation, long after) {
        send(Map.of("type", "subscribe", "conversation", conversation, "after", after));
    }

    void post(String conversation, String clientMessageId, String text) {
        send(Map.of("type", "post", "conversation", conversation, "clientMessageId", clientMessageId, "kind", "text",
                "text", text));
    }

    void send(Map<String, ?> frame) {
        try {
            var text = Json.WIRE.writeValueAsString(frame);
            Contracts.frameSchema("client." + frame.get("type")).check(text);
            sendRaw(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sendRaw(String text) {
        socket.sendText(text, true).join();
    }

    /** The frames of a type so far. */
    synchronized List<JsonNode> all(String type) {
        return frames.stream().filter(frame -> frame.at("/type").asText().equals(type)).toList();
    }

    /** Sequences of the messages, in the order in which they came. */
    List<Long> sequences() {
        return all("message").stream().map(frame -> frame.at("/seq").asLong()).toList();
    }

    JsonNode await(String type) {
        return await(type, _ -> true);
    }

    /** The first such frame; fails after 10 s. */
    synchronized JsonNode await(String type, Predicate<JsonNode> fits) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            var found = all(type).stream().filter(fits).findFirst();
            if (found.isPresent())
                return found.get();
            if (System.nanoTime() > end)
                throw new AssertionError("no such " + type + " within 10 s; there are " + frames);
            try {
                wait(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** With which code the server closed it; 0 while it is open. */
    int closedWith() {
        return closed;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                var frame = Json.WIRE.readTree(part.toString());
                Contracts.frameSchema("server." + frame.at("/type").asText()).check(part.toString());
                frames.add(frame);
            } catch (IOException | AssertionError e) {
                frames.add(Json.WIRE.createObjectNode().put("type", "against the contract").put("why", e.toString()));
            }
            part.setLength(0);
            notifyAll();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(2, TimeUnit.SECONDS).exceptionally(_ -> socket).join();
    }

    /** As when the network goes. */
    void breaks() {
        socket.abort();
    }
}
