package io.shopcare.presale.orders;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.NewsOfOthers;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.presale.PresaleTest;
import io.shopcare.presale.live.ListeningAgent;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("P12, S1: the conversation knows its orders, and the agent hears when one is held")
class OrdersInTheConversationTest extends PresaleTest {
    @LocalServerPort
    private int port;
    private final String orderId = Ids.next();

    private ObjectNode news(String type, String name) {
        var data = NewsOfOthers.sample(type, name).put("shop", shop).put("orderId", orderId);
        if (data.has("questionId"))
            data.put("questionId", Ids.derived("question", orderId));
        data.withObject("/buyer").put("shop", shop).put("buyerId", "lin");
        return data;
    }

    private void isPlaced(String conversation) {
        var placed = news("order.placed.v1", "coat-and-scarf").put("conversationId", conversation);
        NewsOfOthers.publish("order.placed.v1", 1, placed);
    }

    @Test
    void anOrderIsPlacedHeldAndReleased() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        isPlaced(id);
        until("known", () -> api.as(mei).get("/api/presale/conversations/" + id).at("/orders/0/phase")
                .equals("placed"));
        try (var socket = ListeningAgent.to(api, port, mei, id); var buyers = ListeningAgent.to(api, port, lin, id)) {
            NewsOfOthers.publish("order.held.v1", 2, news("order.held.v1", "promises-need-a-look"));
            NewsOfOthers.publish("order.held.v1", 2, news("order.held.v1", "promises-need-a-look"));
            assertThat(socket.hearsNotice()).contains("拦截", "2 项承诺");
            assertThat(buyers.notices()).isZero();
        }
        var held = api.as(mei).get("/api/presale/conversations/" + id).json();
        assertThat(held.at("/orders/0/openHolds/0").asText()).isEqualTo("promise-needs-a-look");
        assertThat(held.at("/notices")).hasSize(1);
        assertThat(api.as(lin).get("/api/presale/conversations/" + id).json().at("/orders/0").has("openHolds"))
                .isFalse();

        var released = news("order.hold-released.v1", "promises-accepted");
        NewsOfOthers.publish("order.hold-released.v1", 3, released);
        NewsOfOthers.publish("order.shipped.v1", 4, news("order.shipped.v1", "all-in-one-parcel"));
        until("shipped", () -> api.as(mei).get("/api/presale/conversations/" + id).at("/orders/0/phase")
                .equals("shipped"));
        assertThat(api.as(mei).get("/api/presale/conversations/" + id).json().at("/orders/0/openHolds")).isEmpty();

        var wrapped = api.as(mei).post("/api/presale/conversations/" + id + "/wrap-up",
                Map.of("need", "stock", "process", "x", "solution", "y", "solved", true)).expect(200);
        assertThat(wrapped.at("/wrapUp/outcome")).isEqualTo("ordered");
    }

    @Test
    void aHoldAfterTheEndIsToldInTheConversationThatIsOpenNow() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var over = anActiveConversation(lin, mei);
        isPlaced(over);
        until("known", () -> api.as(mei).get("/api/presale/conversations/" + over).at("/orders/0/phase")
                .equals("placed"));
        api.as(lin).post("/api/presale/conversations/" + over + "/closure", Map.of()).expect(200);
        var now = asks(lin, "我的订单怎么了").expect(201).at("/id");
        NewsOfOthers.publish("order.held.v1", 2, news("order.held.v1", "two-reasons"));
        until("noticed", () -> api.as(mei).get("/api/presale/conversations/" + now).json().at("/notices").size() == 1);
        assertThat(api.as(mei).get("/api/presale/conversations/" + over).json().at("/notices")).isEmpty();
    }

    @Test
    @DisplayName("O8 S2 the auditor's question reaches the buyer in the order's conversation, once, and the thanks follow")
    void asksTheBuyerForTheAddress() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        isPlaced(id);
        for (int times = 0; times < 2; times++)
            NewsOfOthers.publish("order.question-asked.v1", 2, news("order.question-asked.v1", "address-of-the-buyer"));
        NewsOfOthers.publish("order.question-ended.v1", 3, news("order.question-ended.v1", "answered"));
        until("told", () -> messages(lin, id).size() == 4);
        var asked = messages(lin, id).get(2);
        assertThat(asked.at("/kind").asText()).isEqualTo("order-card");
        assertThat(asked.at("/orderId").asText()).isEqualTo(orderId);
        assertThat(asked.at("/text").asText()).contains("NY20261110-0017", "收货地址");
        assertThat(messages(lin, id).get(3).at("/text").asText()).contains("谢谢");
        assertThat(state(mei, id)).as("nobody's turn changes").isEqualTo("active");
    }

    @Test
    @DisplayName("O8 a buyer without a conversation is written to in a new one, and an answer there reaches an agent")
    void writesToTheBuyer() {
        var lin = buyer("lin");
        NewsOfOthers.publish("order.placed.v1", 1, news("order.placed.v1", "coat-and-scarf").put("conversationId",
                Ids.next()));
        NewsOfOthers.publish("order.question-asked.v1", 2, news("order.question-asked.v1", "address-of-the-buyer"));
        var path = "/api/presale/conversations?shop=" + shop;
        until("written to", () -> api.as(lin).get(path).json().at("/items").size() == 1);
        var id = api.as(lin).get(path).at("/items/0/id");
        assertThat(messages(lin, id)).singleElement()
                .satisfies(message -> assertThat(message.at("/orderId").asText()).isEqualTo(orderId));
        var mei = agent("mei");
        comesOnline(mei, 5);
        assertThat(asks(lin, "地址是天目山路 12 号").expect(201).at("/id")).isEqualTo(id);
        until("an agent has it", () -> state(mei, id).equals("active"));
    }

    @Test
    @DisplayName("O8 a question to presales is a notice to the agent, which the buyer does not see")
    void asksTheAgent() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        isPlaced(id);
        NewsOfOthers.publish("order.question-asked.v1", 2, news("order.question-asked.v1", "remark-of-an-agent"));
        until("noticed", () -> api.as(mei).get("/api/presale/conversations/" + id).json().at("/notices").size() == 1);
        assertThat(api.as(mei).get("/api/presale/conversations/" + id).at("/notices/0/text"))
                .contains("auditor has a question");
        assertThat(messages(lin, id)).hasSize(2);
    }

    private JsonNode messages(TestPerson reader, String conversation) {
        return api.as(reader).get("/api/presale/conversations/" + conversation + "/messages").json().at("/items");
    }

    @Test
    @DisplayName("P9: a promise on an order that exists is on one of this buyer's")
    void promisesOnOrders() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        says(mei, id, "送围巾").expect(201);
        var path = "/api/presale/conversations/" + id + "/promises";
        var promise = Map.of("kind", "gift", "text", "送围巾", "messageSequence", 3, "orderId", orderId);
        assertThat(api.as(mei).post(path, promise).expect(422).at("/reason")).isEqualTo("order-not-of-this-buyer");
        isPlaced(id);
        until("known", () -> api.as(mei).post(path, promise).status() == 201);
    }
}
