package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    /** An agent with many conversations has several windows open: a socket says no more than ten things a second. */
    private static final int CONVERSATIONS_A_WINDOW = 10;
    private static final List<String> AGENTS = List.of("mei", "zhu");
    private static final int HEARTBEAT_SECONDS = 20;

    private final Market market;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final Map<String, Boolean> heard = new ConcurrentHashMap<>();
    private final LongAdder doubled = new LongAdder();
    private final Map<String, Long> refused = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    /** Both ends of a conversation. */
    private record Line(String conversation, LiveSocket visitor, LiveSocket agent) {}

    PostedToHeard(Market market, int conversations) {
        this.market = market;
        for (var agent : AGENTS)
            market.person(agent).put("/api/presale/presence?shop=" + Market.SHOP, Map.of("state", "online", "capacity",
                    50, "languages", List.of("zh-CN", "en"), "displayName", agent)).expect(200, "coming online");
        LiveSocket window = null;
        for (int number = 0; number < conversations; number++) {
            if (window == null || number % CONVERSATIONS_A_WINDOW == 0)
                window = new LiveSocket(market.at().gateway(), market.person(AGENTS.get(0)), this::toTheAgent);
            lines.add(open(window));
        }
        heart.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    private Line open(LiveSocket window) {
        var token = new Person(market.gateway(), "").post("/api/presale/visitor-tokens", Map.of("shop", Market.SHOP,
                "locale", "zh-CN")).expect(201, "a visitor's token").json().at("/token").asText();
        var visitor = Person.with(market.gateway(), token);
        var conversation = visitor.post("/api/presale/conversations", Map.of("shop", Market.SHOP, "text", "在吗",
                "clientMessageId", Ids.next())).expect(201, "opening").json().at("/id").asText();
        var socket = new LiveSocket(market.at().gateway(), visitor, this::toTheVisitor);
        for (var side : List.of(socket, window))
            side.send(Map.of("type", "subscribe", "conversation", conversation, "after", 0));
        return new Line(conversation, socket, window);
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
        var line = lines.get((int) (number % lines.size()));
        boolean isAgents = number / lines.size() % 2 == 1;
        var id = Ids.next();
        var text = (isAgents ? "v-" : "a-") + id;
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

    private void beat() {
        lines.stream().map(Line::visitor).forEach(socket -> socket.send(Map.of("type", "ping")));
        lines.stream().map(Line::agent).distinct().forEach(socket -> socket.send(Map.of("type", "ping")));
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
        lines.stream().flatMap(line -> java.util.stream.Stream.of(line.visitor(), line.agent())).distinct().forEach(
                LiveSocket::close);
    }
}
