package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.ids.Ids;

/**
 * From a message posted on one side's socket to the same message on the other side's: visitors and the agents who have
 * their conversations, by turns. All go through the gateway; every message must come once.
 */
final class PostedToHeard implements Flow, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HEARTBEAT_SECONDS = 20;

    private final OpenConversations conversations;
    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final Map<String, Boolean> heard = new ConcurrentHashMap<>();
    private final LongAdder doubled = new LongAdder();
    private final Map<String, Long> refused = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    PostedToHeard(Market market, int conversations) {
        this.conversations = new OpenConversations(market, conversations, this::toTheAgent, this::toTheVisitor);
        heart.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    private void toTheAgent(JsonNode frame) {
        hear(frame, "a");
    }

    private void toTheVisitor(JsonNode frame) {
        hear(frame, "v");
    }

    /** Whoever posted a message is told of it too; only the other side counts, whose letter is in the text. */
    private void hear(JsonNode frame, String side) {
        if (frame.path("type").asText().equals("error") && refused.merge(frame.at("/problem/type").asText() + " "
                + frame.at("/problem/reason").asText(), 1L, Long::sum) == 1)
            System.out.println("  refused for the first time: " + frame);
        var text = frame.path("text").asText();
        if (!frame.path("type").asText().equals("message") || !text.startsWith(side + "-"))
            return;
        var waiting = awaited.remove(text);
        if (waiting != null)
            waiting.complete(System.nanoTime());
        if (heard.put(text, true) != null)
            doubled.increment();
    }

    @Override
    public long run(long number, long due) throws InterruptedException {
        var lines = conversations.lines();
        var line = lines.get((int) (number % lines.size()));
        boolean isAgents = number / lines.size() % 2 == 1;
        var id = Ids.next();
        var text = (isAgents ? "v-" : "a-") + inLetters(id);
        var coming = new CompletableFuture<Long>();
        awaited.put(text, coming);
        (isAgents ? line.agent() : line.visitor()).send(Map.of("type", "post", "conversation", line.conversation(),
                "clientMessageId", id, "kind", "text", "text", text));
        try {
            return coming.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) - due;
        } catch (TimeoutException e) {
            throw new FlowFailedException("lost: not heard within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One id in some ten thousand has digits like those of a bank card, which the service masks. */
    static String inLetters(String id) {
        return id.chars().map(c -> c >= '0' && c <= '9' ? c - '0' + 'g' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private void beat() {
        conversations.sockets().forEach(socket -> socket.send(Map.of("type", "ping")));
    }

    /** Messages that came more than once. */
    long doubled() {
        return doubled.sum();
    }

    /** Frames that said no. */
    long refused() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        heart.shutdownNow();
        conversations.close();
    }
}
