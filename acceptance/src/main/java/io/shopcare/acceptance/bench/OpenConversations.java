package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.ids.Ids;

/**
 * Visitors in conversations with agents, each side at a socket through the gateway. Each conversation is answered by the
 * agent whom the service gave it to, and is closed in the end: the agents' places are free for the next run.
 */
final class OpenConversations implements AutoCloseable {
    private static final int PLACES = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    /** An agent with many conversations has several windows open: a socket says no more than ten things a second. */
    private static final int CONVERSATIONS_A_WINDOW = 10;

    private final Market market;
    private final Consumer<JsonNode> agentsEar;
    private final Consumer<JsonNode> visitorsEar;
    private final Map<String, List<LiveSocket>> windows = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** Both ends of a conversation. */
    record Line(String conversation, LiveSocket visitor, LiveSocket agent, Person agentsPerson) {}

    private record Opened(String conversation, Person visitor) {}

    OpenConversations(Market market, int number, Consumer<JsonNode> agentsEar, Consumer<JsonNode> visitorsEar) {
        this.market = market;
        this.agentsEar = agentsEar;
        this.visitorsEar = visitorsEar;
        IntStream.rangeClosed(1, Math.ceilDiv(number, PLACES)).mapToObj(agent -> "agent-" + agent).forEach(
                this::comeOnline);
        var taken = new HashMap<String, Integer>();
        for (var opened : IntStream.range(0, number).mapToObj(_ -> open()).toList()) {
            var agent = agentOf(opened);
            int before = taken.merge(agent, 1, Integer::sum) - 1;
            lines.add(connect(opened, agent, before / CONVERSATIONS_A_WINDOW));
        }
    }

    List<Line> lines() {
        return lines;
    }

    Stream<LiveSocket> sockets() {
        return lines.stream().flatMap(line -> Stream.of(line.visitor(), line.agent())).distinct();
    }

    private void comeOnline(String agent) {
        market.person(agent).put("/api/presale/presence?shop=" + Market.SHOP, Map.of("state", "online", "capacity",
                PLACES, "languages", List.of("zh-CN", "en"), "displayName", agent)).expect(200, "coming online");
    }

    private Opened open() {
        var token = new Person(market.gateway(), "").post("/api/presale/visitor-tokens", Map.of("shop", Market.SHOP,
                "locale", "zh-CN")).expect(201, "a visitor's token").json().at("/token").asText();
        var visitor = Person.with(market.gateway(), token);
        return new Opened(visitor.post("/api/presale/conversations", Map.of("shop", Market.SHOP, "text", "在吗",
                "clientMessageId", Ids.next())).expect(201, "opening").json().at("/id").asText(), visitor);
    }

    private String agentOf(Opened opened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var agent = opened.visitor().get("/api/presale/conversations/" + opened.conversation()).expect(200,
                    "looking who answers").json().at("/agent/displayName").asText();
            if (!agent.isEmpty())
                return agent;
            if (System.nanoTime() > end)
                throw new IllegalStateException("nobody answers: the agents of an earlier run that was cut short are "
                        + "not free, or the crowd is too small; start the stack anew so: " + Bench.START);
            LockSupport.parkNanos(A_MOMENT.toNanos());
        }
    }

    private Line connect(Opened opened, String agent, int window) {
        var socket = new LiveSocket(market.at().gateway(), opened.visitor(), visitorsEar);
        var theirs = windows.computeIfAbsent(agent, _ -> new ArrayList<>());
        if (theirs.size() == window)
            theirs.add(new LiveSocket(market.at().gateway(), market.person(agent), agentsEar));
        for (var side : List.of(socket, theirs.get(window)))
            side.send(Map.of("type", "subscribe", "conversation", opened.conversation(), "after", 0));
        return new Line(opened.conversation(), socket, theirs.get(window), market.person(agent));
    }

    @Override
    public void close() {
        try (var hands = Executors.newFixedThreadPool(4)) {
            for (var line : lines)
                hands.submit(() -> line.agentsPerson().post("/api/presale/conversations/" + line.conversation()
                        + "/closure", Map.of("reason", "bench")));
        }
        sockets().forEach(LiveSocket::close);
    }
}
