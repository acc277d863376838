package io.shopcare.order;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.order.People.AN;
import static io.shopcare.order.People.HAI;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.MEI;
import static io.shopcare.order.People.TOM;
import static org.assertj.core.api.Assertions.assertThat;

/** What auditors, agents and buyers do about held and paid orders, over HTTP, by people with their own tokens. */
@OrderServiceTest
class ResolvingOverHttpTest {
    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    @Autowired
    private Clock clock;
    private ShopFront shop;

    @BeforeEach
    void openTheDoor() {
        shop = new ShopFront(api, "nuanyang");
    }

    @Test
    @DisplayName("O8 S2 the buyer is asked and gives the address; the rules look again by themselves, and it goes through")
    void asksAndLooksAgain() {
        var id = held();
        var question = Map.of("to", "buyer", "about", "address");
        api.as(MEI).post(path(id, "questions"), question).expect(403);
        var asked = api.as(AN).post(path(id, "questions"), question).expect(200);
        assertThat(asked.at("/questions/0/by/id")).isEqualTo("an");
        assertThat(ids("/api/order/audit-queue?shop=nuanyang&limit=200")).doesNotContain(id);
        assertThat(ids("/api/order/audit-queue?shop=nuanyang&limit=200&waitsFor=buyer")).contains(id);
        var second = api.as(HAI).post(path(id, "questions"), question).expect(409);
        assertThat(second.at("/reason")).isEqualTo("already-asked");

        var seen = api.as(LIN).get("/api/order/orders/" + id).expect(200).json();
        assertThat(seen.at("/questions/0/about").asText()).isEqualTo("address");
        assertThat(seen.at("/questions/0").has("by")).as("who asks is the shop's business").isFalse();
        api.as(TOM).post(path(id, "address"), ShopFront.anAddress()).expect(404);
        api.as(LIN).post(path(id, "address"), ShopFront.anAddress()).expect(200);
        var through = Until.it(() -> api.as(AN).get("/api/order/orders/" + id).expect(200),
                order -> order.at("/state/audit").equals("approved"));
        assertThat(through.at("/questions/0/state")).isEqualTo("answered");
        assertThat(through.at("/questions/0/answer/by/id")).isEqualTo("lin");
    }

    @Test
    @DisplayName("O8 an agent answers in words; who is asked finds it in a list, and the answer has its author")
    void asksAnAgent() {
        var id = held();
        api.as(AN).post(path(id, "questions"), Map.of("to", "presales", "about", "remark")).expect(400);
        for (var wrong : List.of(clock.instant().minusSeconds(1), clock.instant().plus(Duration.ofDays(7)).plusSeconds(
                60))) {
            var refused = api.as(AN).post(path(id, "questions"), Map.of("to", "presales", "about", "remark", "words",
                    "要礼盒吗?", "answerBy", wrong.toString())).expect(400);
            assertThat(refused.at("/errors/0/field")).isEqualTo("answerBy");
            assertThat(refused.at("/errors/0/code")).as("a week at most, and not yesterday").isEqualTo("out-of-range");
        }
        api.as(AN).post(path(id, "questions"), Map.of("to", "presales", "about", "remark", "words", "要礼盒吗?"))
                .expect(200);
        var waiting = api.as(MEI).get("/api/order/open-questions?shop=nuanyang&limit=200").expect(200).json();
        assertThat(waiting.at("/items").findValuesAsText("orderId")).contains(id);
        var questionId = api.as(MEI).get("/api/order/orders/" + id).at("/questions/0/questionId");
        api.as(AN).post(path(id, "questions/" + questionId + "/answer"), Map.of("words", "要")).expect(403);
        var answered = api.as(MEI).post(path(id, "questions/" + questionId + "/answer"), Map.of("words", "要"))
                .expect(200);
        assertThat(answered.at("/questions/0/answer/by/id")).isEqualTo("mei");
        assertThat(ids("/api/order/audit-queue?shop=nuanyang&limit=200")).contains(id);
    }

    @Test
    @DisplayName("O8 O10 merged, split and exchanged by those who may; a repeat of the request is answered alike")
    void mergesSplitsExchanges() {
        var host = approved();
        var id = held();
        assertThat(api.as(AN).post(path(id, "merger"), Map.of("into", host)).expect(422).at("/reason"))
                .isEqualTo("other-address");
        api.as(AN).post(path(id, "address"), ShopFront.anAddress()).expect(200);
        Until.it(() -> api.as(AN).get("/api/order/orders/" + id).expect(200),
                order -> order.at("/state/audit").equals("approved"));

        var split = Map.of("first", List.of(Map.of("lineId", "1", "quantity", 1)), "reason", "ship-part-first");
        api.as(MEI).post(path(host, "split"), split).expect(403);
        api.as(AN).post(path(host, "split"), split).expect(200);
        assertThat(api.as(HAI).post(path(host, "split"), split).expect(409).at("/reason")).isEqualTo("already-decided");

        var other = shop.onTheShelf("LONG", "899.00", 2);
        var exchange = Map.of("sku", other, "reason", "buyer-agreed");
        var key = api.as(MEI).with("Idempotency-Key", Ids.next());
        var first = key.post(path(id, "lines/1/exchange"), exchange).expect(200);
        assertThat(first.at("/lines/0/sku")).isEqualTo(other);
        assertThat(key.post(path(id, "lines/1/exchange"), exchange).expect(200).at("/lines/0/sku")).isEqualTo(other);
        assertThat(shop.stock(other).at("/stock/available")).isEqualTo("0");
    }

    @Test
    @DisplayName("O10 what was paid for a cancelled order goes back by itself")
    void paysBack() {
        var id = approved();
        api.as(AN).post(path(id, "cancellation"), Map.of("reason", "duplicate")).expect(200);
        var refund = Until.it(() -> api.as(AN).get("/api/order/orders/" + id + "/refunds").expect(200),
                refunds -> refunds.json().at("/items/0/amount/amount").isTextual());
        assertThat(refund.at("/items/0/amount/amount")).isEqualTo("1798.00");
    }

    private String held() {
        var address = new HashMap<>(ShopFront.anAddress());
        address.remove("district");
        address.put("detail", "中学旁边");
        return paid(address, "on-hold");
    }

    private String approved() {
        return paid(ShopFront.anAddress(), "awaiting-fulfilment");
    }

    private String paid(Map<String, Object> address, String phase) {
        var sku = shop.onTheShelf("coat", "899.00", 2);
        var id = api.as(LIN).post("/api/order/orders", Map.of("shop", "nuanyang", "lines",
                List.of(Map.of("sku", sku, "quantity", 2)), "address", address)).expect(201).at("/orderId");
        var payment = api.as(LIN).post(path(id, "payments"), "{}").expect(201).at("/paymentNo");
        provider.tell(api, "payment.succeeded", "n-" + id, payment, "1798.00", "CNY").expect(204);
        Until.it(() -> api.as(AN).get("/api/order/orders/" + id).expect(200),
                order -> order.at("/phase").equals(phase));
        return id;
    }

    private List<String> ids(String list) {
        return api.as(AN).get(list).expect(200).json().at("/items").findValuesAsText("orderId");
    }

    private static String path(String order, String what) {
        return "/api/order/orders/" + order + "/" + what;
    }
}
