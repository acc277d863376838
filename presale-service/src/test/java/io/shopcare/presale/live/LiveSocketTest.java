package io.shopcare.presale.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.presale.PresaleTest;
import io.shopcare.presale.conversations.Conversation;
import io.shopcare.presale.conversations.LostHints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("P3: a conversation over the socket")
class LiveSocketTest extends PresaleTest {
    @LocalServerPort
    private int port;
    @Autowired
    private AggregateStore<Conversation> store;
    @Autowired
    private LiveHub hub;

    private Socket socket(TestPerson person) {
        return Socket.of(api, port, person);
    }

    @Test
    void greetsAndTellsAllInOrder() {
        var lin = buyer("lin");
        var id = asks(lin, "灰色大衣有货吗?").expect(201).at("/id");
        try (var socket = socket(lin)) {
            assertThat(socket.await("hello").at("/person/kind").asText()).isEqualTo("buyer");
            socket.subscribe(id, 0);
            assertThat(socket.await("position").at("/position").asInt()).isEqualTo(1);
            socket.await("message", frame -> frame.at("/seq").asInt() == 2);
            assertThat(socket.sequences()).containsExactly(1L, 2L);
            assertThat(socket.all("message").getFirst().at("/automatic").asBoolean()).isTrue();
            socket.send(Map.of("type", "ping"));
            socket.await("pong");
        }
    }

    @Test
    void carriesTheTalkOfTheTwo() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        try (var buyers = socket(lin); var agents = socket(mei)) {
            buyers.subscribe(id, 2);
            agents.subscribe(id, 0);
            assertThat(buyers.await("assigned").at("/agent/displayName").asText()).isEqualTo("小mei");
            assertThat(buyers.await("assigned").at("/agent/id").isMissingNode()).isTrue();
            assertThat(agents.await("assigned").at("/agent/id").asText()).isEqualTo("mei");

            agents.send(Map.of("type", "typing", "conversation", id));
            assertThat(buyers.await("typing").at("/who").asText()).isEqualTo("staff");
            agents.post(id, "c-agent-0001", "有货的");
            var heard = buyers.await("message", frame -> frame.at("/seq").asInt() == 3);
            assertThat(heard.at("/text").asText()).isEqualTo("有货的");
            assertThat(heard.has("clientMessageId")).isFalse();
            assertThat(agents.await("message", frame -> frame.at("/seq").asInt() == 3).at("/clientMessageId").asText())
                    .isEqualTo("c-agent-0001");
            buyers.send(Map.of("type", "read", "conversation", id, "seq", 3));
            assertThat(agents.await("read").at("/seq").asInt()).isEqualTo(3);
            assertThat(agents.all("typing")).isEmpty();
        }
        try (var later = socket(mei)) {
            later.subscribe(id, 3);
            assertThat(later.await("read").at("/who").asText()).isEqualTo("buyer");
        }
    }

    @Test
    @DisplayName("P3: a message that a client sends again appears once, and its frame comes back")
    void sentAgain() {
        var lin = buyer("lin");
        var id = asks(lin, "在吗?").expect(201).at("/id");
        try (var socket = socket(lin)) {
            socket.subscribe(id, 2);
            socket.post(id, "c-again-0001", "还在吗?");
            socket.await("message", frame -> frame.at("/seq").asInt() == 3);
        }
        try (var socket = socket(lin)) {
            socket.post(id, "c-again-0001", "还在吗?");
            assertThat(socket.await("message").at("/seq").asInt()).isEqualTo(3);
        }
        assertThat(api.as(lin).get("/api/presale/conversations/" + id + "/messages").json().at("/items")).hasSize(3);
    }

    @Test
    void refusesFramesAndStaysOpen() {
        var lin = buyer("lin");
        var id = asks(lin, "在吗?").expect(201).at("/id");
        var foreign = asks(buyer("eve"), "在吗?").expect(201).at("/id");
        try (var socket = socket(lin)) {
            socket.subscribe(foreign, 0);
            assertThat(socket.await("error").at("/problem/status").asInt()).isEqualTo(404);
            for (var bad : List.of("{", "[]", "{\"type\":\"dance\"}", "{\"type\":\"subscribe\"}",
                    "{\"type\":\"ping\",\"more\":1}", "{\"type\":\"subscribe\",\"conversation\":\"x\",\"after\":-1}",
                    "{\"type\":\"post\",\"conversation\":\"" + id + "\",\"clientMessageId\":\"short\","
                            + "\"kind\":\"text\",\"text\":\"x\"}"))
                socket.sendRaw(bad);
            until("each is refused", () -> socket.all("error").stream()
                    .filter(frame -> frame.at("/problem/status").asInt() == 400).count() == 7);
            socket.send(Map.of("type", "post", "conversation", id, "clientMessageId", "c-video-0001", "kind", "video",
                    "text", "", "attachmentId", "a-1"));
            var refused = socket.await("error", frame -> frame.at("/problem/reason").asText().equals("kind-not-taken"));
            assertThat(refused.at("/clientMessageId").asText()).isEqualTo("c-video-0001");
            socket.send(Map.of("type", "ping"));
            socket.await("pong");
        }
    }

    @Test
    void slowsDownWhoSendsTooMuch() {
        try (var socket = socket(buyer("lin"))) {
            for (int i = 0; i < 120; i++)
                socket.send(Map.of("type", "ping"));
            var error = socket.await("error");
            assertThat(error.at("/problem/status").asInt()).isEqualTo(429);
            assertThat(error.at("/retryAfterSeconds").asInt()).isPositive();
        }
    }

    @Test
    @DisplayName("a ticket opens one socket, once")
    void ticketsAreUsedUp() {
        var ticket = api.as(buyer("lin")).post("/api/presale/socket-tickets", null).expect(201).at("/ticket");
        Socket.by(port, ticket).close();
        assertThatThrownBy(() -> Socket.by(port, ticket)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> Socket.by(port, "made-up")).isInstanceOf(CompletionException.class);
        api.post("/api/presale/socket-tickets", null).expect(401);
        until("gone", () -> hub.all().stream().noneMatch(one -> one.person().shops().contains(shop)));
    }

    @Test
    @DisplayName("a hint that is lost costs no message: the sweep finds it")
    void survivesLostHints() {
        var lin = buyer("lin");
        var id = asks(lin, "在吗?").expect(201).at("/id");
        try (var socket = socket(lin)) {
            socket.subscribe(id, 0);
            socket.await("message", frame -> frame.at("/seq").asInt() == 2);
            store.decide(id, CommandContext.bySystem("test"), LostHints.posting("lin", "没人听见")).orThrow();
            assertThat(socket.await("message", frame -> frame.at("/seq").asInt() == 3).at("/text").asText())
                    .isEqualTo("没人听见");
        }
    }

    @Test
    void theQueueMovesBeforeTheBuyersEyes() {
        asks(buyer("first"), "在吗?").expect(201);
        var lin = buyer("lin");
        var id = asks(lin, "在吗?").expect(201).at("/id");
        try (var socket = socket(lin)) {
            socket.subscribe(id, 0);
            assertThat(socket.await("position").at("/position").asInt()).isEqualTo(2);
            comesOnline(agent("mei"), 1);
            socket.await("position", frame -> frame.at("/position").asInt() == 1);
            leaves(agent("mei"));
            comesOnline(agent("jun"), 1);
            assertThat(socket.await("assigned").at("/agent/displayName").asText()).isEqualTo("小jun");
        }
    }

    @Test
    void aVisitorTalksToo() {
        var token = api.post("/api/presale/visitor-tokens", Map.of("shop", shop, "locale", "en")).expect(201)
                .at("/token");
        var visitor = api.with("Authorization", "Bearer " + token);
        var opened = visitor.post("/api/presale/conversations",
                Map.of("shop", shop, "text", "Is it in stock?", "clientMessageId", "c-" + Ids.next())).expect(201);
        assertThat(opened.at("/buyerKind")).isEqualTo("visitor");
        assertThat(opened.at("/language")).isEqualTo("en");
        var ticket = visitor.post("/api/presale/socket-tickets", null).expect(201).at("/ticket");
        try (var socket = Socket.by(port, ticket)) {
            assertThat(socket.await("hello").at("/person/kind").asText()).isEqualTo("visitor");
            socket.subscribe(opened.at("/id"), 0);
            assertThat(socket.await("message").at("/text").asText()).startsWith("Hello");
        }
        visitor.put("/api/presale/presence?shop=" + shop, Map.of("state", "online")).expect(403);
        visitor.get("/api/presale/conversations?shop=elsewhere").expect(404);
    }
}
