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
import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.platform.testkit.services.TopicReader;

import static io.shopcare.order.People.AFTERSALE;
import static io.shopcare.order.People.AN;
import static io.shopcare.order.People.BO;
import static io.shopcare.order.People.FANG;
import static io.shopcare.order.People.HAI;
import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.MEI;
import static io.shopcare.order.People.TOM;
import static io.shopcare.order.People.ZHU;
import static io.shopcare.order.ShopFront.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** A sale from the shelf to the approval, over HTTP, by people with their own tokens. */
@OrderServiceTest
class SellingOverHttpTest {
    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    private ShopFront shop;

    @BeforeEach
    void openTheDoor() {
        shop = new ShopFront(api, "nuanyang");
    }

    @Test
    @DisplayName("O1 O5 O7 placed, paid, straight through the audit, and the stock follows; every event as agreed")
    void goesStraightThrough() {
        var sku = shop.onTheShelf("coat", "899.00", 3);
        var placed = shop.order(LIN, sku, 2).expect(201);
        var id = placed.at("/orderId");
        assertThat(placed.at("/phase")).isEqualTo("awaiting-payment");
        assertThat(placed.at("/total/amount")).isEqualTo("1798.00");
        assertThat(placed.json().at("/allowedActions").toString()).isEqualTo("[\"pay\",\"cancel\",\"change-address\"]");
        assertThat(placed.header("ETag")).isEqualTo("\"1\"");
        assertThat(shop.stock(sku).at("/stock/reserved")).isEqualTo("2");
        assertThat(shop.stock(sku).at("/stock/available")).isEqualTo("1");

        var payment = api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201);
        assertThat(payment.at("/payUrl")).startsWith(provider.url());
        assertThat(provider.payment(payment.at("/paymentNo")).at("/amount/amount").asText()).isEqualTo("1798.00");
        assertThat(provider.refused()).isEmpty();
        for (int times = 0; times < 3; times++)
            provider.tell(api, "payment.succeeded", "n-" + id, payment.at("/paymentNo"), "1798.00", "CNY").expect(204);

        var approved = Until.it(() -> get(id), order -> order.at("/state/audit").equals("approved"));
        assertThat(approved.at("/phase")).isEqualTo("awaiting-fulfilment");
        assertThat(approved.at("/audit/ruleSetVersion")).isEqualTo("default-3");
        assertThat(approved.json().at("/audit/findings")).hasSizeGreaterThan(5)
                .noneMatch(finding -> finding.at("/verdict").asText().equals("hold"));
        Until.it(() -> shop.stock(sku), stock -> stock.at("/stock/allocated").equals("2"));
        assertThat(types(id)).startsWith("order.placed.v1", "order.paid.v1", "order.approved.v1");

        try (var topic = new TopicReader("shopcare.order.orders")) {
            topic.of(id, 3).forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
        }
        try (var topic = new TopicReader("shopcare.order.stock")) {
            topic.until(event -> event.data().path("sku").asText().equals(sku), 4)
                    .forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
            topic.until(event -> event.data().path("orderId").asText().equals(id)
                    && event.type().equals("stock.reserved.v1"), 1)
                    .forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
        }
        assertThat(api.as(KU).get("/api/order/stock-check?shop=nuanyang").expect(200).at("/agrees")).isEqualTo("true");
    }

    @Test
    @DisplayName("S2 held for its address: of two auditors one wins, the other is told who was first")
    void isHeldForItsAddress() {
        var sku = shop.onTheShelf("coat", "899.00", 3);
        var vague = Map.of("country", "CN", "province", "浙江省", "city", "杭州市", "detail", "中学旁边", "name", "林小雨", "phone",
                "123");
        var id = api.as(LIN).post("/api/order/orders", Map.of("shop", "nuanyang", "lines",
                List.of(Map.of("sku", sku, "quantity", 1)), "address", vague)).expect(201).at("/orderId");
        pay(id, "899.00");

        var held = Until.it(() -> get(id), order -> order.at("/phase").equals("on-hold"));
        assertThat(held.json().at("/holds").findValuesAsText("code")).containsExactly("address-incomplete",
                "phone-invalid");
        assertThat(held.at("/holds/0/figures/0/value")).isEqualTo("district, house-number");
        assertThat(held.at("/address/phone")).isEqualTo("****");
        var words = api.as(AN).with("Accept-Language", "zh-CN").get("/api/order/orders/" + id).expect(200).json();
        assertThat(words.at("/reasons").findValuesAsText("message")).containsExactly("地址不完整,缺少:district, house-number",
                "电话号码不正确");
        assertThat(words.at("/reasons").findValuesAsText("holdId"))
                .isEqualTo(words.at("/holds").findValuesAsText("holdId"));
        var english = api.as(AN).with("Accept-Language", "en").get("/api/order/audit-queue?shop=nuanyang&limit=200")
                .expect(200).json();
        assertThat(english.at("/items")).filteredOn(order -> order.at("/orderId").asText().equals(id)).singleElement()
                .satisfies(order -> assertThat(order.at("/reasons/0/message").asText()).contains(
                        "district, house-number").doesNotContain("{"));
        assertThat(api.as(LIN).get("/api/order/orders/" + id).expect(200).json().at("/reasons")).isEmpty();
        assertThat(held.json().at("/allowedActions").toString()).contains("approve", "reject", "release-hold");
        var queue = api.as(AN).get("/api/order/audit-queue?shop=nuanyang&limit=200").expect(200);
        assertThat(queue.json().at("/items").findValuesAsText("orderId")).contains(id);
        api.as(BO).get("/api/order/audit-queue?shop=nuanyang").expect(404);
        api.as(LIN).get("/api/order/audit-queue?shop=nuanyang").expect(403);

        var approval = Map.of("reason", "buyer-agreed", "note", "电话核实过");
        api.as(BO).post("/api/order/orders/" + id + "/approval", approval).expect(404);
        api.as(MEI).post("/api/order/orders/" + id + "/approval", approval).expect(403);
        var key = api.as(AN).with("Idempotency-Key", Ids.next());
        key.post("/api/order/orders/" + id + "/approval", approval).expect(200);
        key.post("/api/order/orders/" + id + "/approval", approval).expect(200);
        var second = api.as(HAI).post("/api/order/orders/" + id + "/approval", approval).expect(409);
        assertThat(second.at("/reason")).isEqualTo("already-decided");
        assertThat(second.at("/detail")).contains("an");
        assertThat(types(id)).startsWith("order.placed.v1", "order.paid.v1", "order.held.v1",
                "order.hold-released.v1", "order.approved.v1");
    }

    @Test
    @DisplayName("O1 a repeat of the request is the same order; out of stock is told with the figures")
    void placesOnce() {
        var sku = shop.onTheShelf("scarf", "263.00", 2);
        var caller = api.as(LIN).with("Idempotency-Key", Ids.next());
        var first = caller.post("/api/order/orders", shop.anOrder(sku, 2)).expect(201);
        var again = caller.post("/api/order/orders", shop.anOrder(sku, 2)).expect(201);
        assertThat(again.at("/orderId")).isEqualTo(first.at("/orderId"));
        assertThat(caller.post("/api/order/orders", shop.anOrder(sku, 1)).expect(422).at("/type"))
                .endsWith("idempotency-key-reused");
        var late = shop.order(LIN, sku, 1).expect(409);
        assertThat(late.at("/reason")).isEqualTo("stock-short");
        assertThat(late.at("/facts/available")).isEqualTo("0");
        assertThat(shop.order(LIN, "NO-SUCH", 1).expect(422).at("/reason")).isEqualTo("sku-unknown");
        shop.list(sku, "263.00", false);
        assertThat(shop.order(LIN, sku, 1).expect(422).at("/reason")).isEqualTo("sku-off-sale");
    }

    @Test
    @DisplayName("O3 P10 an agent places for a buyer with a quoted discount, split over the lines to the cent")
    void placesForABuyer() {
        var coat = shop.onTheShelf("coat", "899.00", 3);
        var scarf = shop.onTheShelf("scarf", "263.00", 3);
        var order = Map.of("shop", "nuanyang", "lines", List.of(Map.of("sku", coat, "quantity", 1),
                Map.of("sku", scarf, "quantity", 1)), "address", ShopFront.anAddress(), "buyer",
                Map.of("channel", "web", "buyerId", "lin"), "discount", Map.of("reference", "Q-7", "amount",
                        cny("58.10")));
        var placed = api.as(MEI).post("/api/order/orders", order).expect(201);
        assertThat(placed.at("/total/amount")).isEqualTo("1103.90");
        assertThat(placed.at("/lines/0/discount/amount")).isEqualTo("44.95");
        assertThat(placed.at("/lines/1/amount/amount")).isEqualTo("249.85");
        api.as(LIN).post("/api/order/orders", order).expect(403);
        api.as(LIN).get("/api/order/orders/" + placed.at("/orderId")).expect(200);
    }

    @Test
    @DisplayName("G2 buyers see their own orders only, staff those of their shops, and others none")
    void hidesWhatIsNotTheirs() {
        var sku = shop.onTheShelf("coat", "899.00", 3);
        var id = shop.order(LIN, sku, 1).expect(201).at("/orderId");
        var other = TestPerson.buyer("wang", "nuanyang");
        for (var path : List.of("", "/timeline")) {
            api.as(other).get("/api/order/orders/" + id + path).expect(404);
            api.as(TOM).get("/api/order/orders/" + id + path).expect(404);
            api.as(BO).get("/api/order/orders/" + id + path).expect(404);
            api.as(LIN).get("/api/order/orders/" + id + path).expect(200);
        }
        api.as(LIN).get("/api/order/orders/" + id + "/snapshot").expect(403);
        api.as(other).post("/api/order/orders/" + id + "/payments", "{}").expect(404);
        api.as(other).post("/api/order/orders/" + id + "/cancellation", Map.of("reason", "buyer-request")).expect(404);
        api.as(other).get("/api/order/orders?shop=nuanyang&channel=web&buyerId=lin").expect(404);
        assertThat(api.as(LIN).get("/api/order/orders?shop=nuanyang").expect(200).json().at("/items")
                .findValuesAsText("orderId")).contains(id);
        assertThat(api.as(other).get("/api/order/orders?shop=nuanyang").expect(200).json().at("/items")).isEmpty();
        assertThat(api.as(MEI).get("/api/order/orders?shop=nuanyang&phase=awaiting-payment&limit=200").expect(200)
                .json().at("/items").findValuesAsText("orderId")).contains(id);
        var snapshot = api.as(AFTERSALE).get("/api/order/orders/" + id + "/snapshot").expect(200);
        assertThat(snapshot.at("/lines/0/warehouse")).isEqualTo("hangzhou-1");
        assertThat(snapshot.http().body()).doesNotContain("林小雨").doesNotContain("13812345678");
    }

    @Test
    @DisplayName("O10 cancelled before payment: the stock comes back; money that comes later goes back by itself")
    void cancelsAndReturnsLateMoney() {
        var sku = shop.onTheShelf("coat", "899.00", 1);
        var id = shop.order(LIN, sku, 1).expect(201).at("/orderId");
        var payment = api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201).at("/paymentNo");
        api.as(LIN).post("/api/order/orders/" + id + "/cancellation", Map.of("reason", "buyer-request")).expect(200);
        Until.it(() -> shop.stock(sku), stock -> stock.at("/stock/available").equals("1"));

        provider.tell(api, "payment.succeeded", "n-" + id, payment, "899.00", "CNY").expect(204);

        assertThat(get(id).at("/phase")).isEqualTo("cancelled");
        var mismatches = api.as(FANG).get("/api/order/payment-mismatches?shop=nuanyang&limit=200").expect(200);
        assertThat(mismatches.json().at("/items").findValuesAsText("orderId")).doesNotContain(id);
        api.as(AN).get("/api/order/payment-mismatches?shop=nuanyang").expect(403);
        assertThat(types(id)).contains("order.payment-mismatched.v1", "order.refund-due.v1");
    }

    @Test
    @DisplayName("O5 call-backs: forged, old, malformed, unknown ones are refused; pressed twice it is one payment")
    void judgesCallBacks() {
        var sku = shop.onTheShelf("coat", "899.00", 1);
        var id = shop.order(LIN, sku, 1).expect(201).at("/orderId");
        var pressed = api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201).at("/paymentNo");
        assertThat(api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201).at("/paymentNo"))
                .isEqualTo(pressed);
        var now = Clock.systemUTC().instant();
        var body = FakeProvider.body("payment.succeeded", "n-1" + id, pressed, "899.00", "CNY");
        provider.send(api, body, now.minus(Duration.ofSeconds(301))).expect(401);
        api.with("X-Timestamp", Long.toString(now.getEpochSecond())).with("X-Signature", "v1=00")
                .send("POST", "/api/order/provider-callbacks/sandbox", body).expect(401);
        api.send("POST", "/api/order/provider-callbacks/sandbox", body).expect(401);
        provider.send(api, "{", now).expect(400);
        provider.send(api, "null", now).expect(400);
        provider.tell(api, "payment.succeeded", "n-2" + id, "PAY-NOBODY", "899.00", "CNY").expect(404);
        provider.tell(api, "payment.reversed", "n-3" + id, pressed, "899.00", "CNY").expect(404);
        assertThat(get(id).at("/state/payment")).isEqualTo("unpaid");

        provider.tell(api, "payment.failed", "n-4" + id, pressed, "899.00", "CNY").expect(204);
        var next = api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201).at("/paymentNo");
        assertThat(next).isNotEqualTo(pressed);
        provider.tell(api, "payment.succeeded", "n-5" + id, next, "800.00", "CNY").expect(204);
        assertThat(get(id).at("/state/payment")).isEqualTo("underpaid");
        assertThat(get(id).at("/due/amount")).isEqualTo("99.00");
        provider.tell(api, "payment.succeeded", "n-6" + id, pressed, "899.00", "CNY").expect(204);
        assertThat(get(id).at("/state/payment")).as("said to have failed, then paid after all").isEqualTo("overpaid");
    }

    @Test
    @DisplayName("O5 the provider is away: an honest 503, and the next press goes on with the same payment")
    void bearsASilentProvider() {
        var sku = shop.onTheShelf("coat", "899.00", 1);
        var id = shop.order(LIN, sku, 1).expect(201).at("/orderId");
        provider.silent(true);
        try {
            assertThat(api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(503).at("/type"))
                    .endsWith("service-unavailable");
        } finally {
            provider.silent(false);
        }
        api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201);
    }

    @Test
    @DisplayName("P9 O4 a promise from a conversation travels to its order, whether it comes before or after")
    void carriesPromises() {
        var sku = shop.onTheShelf("coat", "899.00", 5);
        var conversation = Ids.next();
        try (var presale = new PresaleVoice()) {
            presale.tell("shopcare.presale.conversations", "promise.made.v1", conversation, 5,
                    promiseMade(conversation, "promise-a" + conversation));
            var first = order(sku, conversation).at("/orderId"); // placed before or after the promise is heard of
            Until.it(() -> get(first), order -> order.json().at("/promises").size() == 1);
            var placed = order(sku, conversation).at("/orderId");
            assertThat(get(placed).json().at("/promises")).as("it is with another order already").isEmpty();
            presale.tell("shopcare.presale.conversations", "promise.made.v1", conversation, 6,
                    promiseMade(conversation, "promise-b" + conversation));
            presale.tell("shopcare.presale.conversations", "promise.made.v1", conversation, 6,
                    promiseMade(conversation, "promise-b" + conversation));
            var promised = Until.it(() -> get(placed), order -> order.json().at("/promises").size() == 1);
            assertThat(promised.at("/promises/0/promise/promiseId")).isEqualTo("promise-b" + conversation);
            pay(placed, "899.00");
            Until.it(() -> get(placed), order -> order.at("/holds/0/code").equals("promise-needs-a-look"));
            api.as(KU).post("/api/order/orders/" + placed + "/promises/promise-b" + conversation + "/waiver",
                    Map.of("reason", "buyer-agreed")).expect(403);
            assertThat(api.as(ZHU).post("/api/order/orders/" + placed + "/promises/promise-b" + conversation
                    + "/waiver", Map.of("reason", "buyer-agreed")).expect(200).at("/promises/0/state"))
                    .isEqualTo("waived");
        }
    }

    @Test
    @DisplayName("O8a a hold by an agent stops an approved order, and its owner lets it go")
    void holdsAndReleases() {
        var sku = shop.onTheShelf("coat", "899.00", 1);
        var id = shop.order(LIN, sku, 1).expect(201).at("/orderId");
        pay(id, "899.00");
        Until.it(() -> get(id), order -> order.at("/phase").equals("awaiting-fulfilment"));
        var held = api.as(MEI).post("/api/order/orders/" + id + "/holds",
                Map.of("code", "case-open", "note", "买家要改颜色", "owner", "presales")).expect(200);
        assertThat(held.at("/phase")).isEqualTo("on-hold");
        var path = "/api/order/orders/" + id + "/holds/" + held.at("/holds/0/holdId") + "/release";
        api.as(AN).post(path, Map.of("reason", "buyer-agreed")).expect(403);
        assertThat(api.as(MEI).post(path, Map.of("reason", "buyer-agreed")).expect(200).at("/phase"))
                .isEqualTo("awaiting-fulfilment");
        api.as(LIN).post("/api/order/orders/" + id + "/holds", Map.of("code", "case-open")).expect(404);
    }

    @Test
    @DisplayName("O9a a SKU is revised for later buyers; orders keep what their buyer saw")
    void keepsWhatTheBuyerSaw() {
        var sku = shop.onTheShelf("coat", "899.00", 5);
        var id = shop.order(LIN, sku, 1).expect(201).at("/orderId");
        assertThat(shop.list(sku, "999.00", true).at("/revision")).isEqualTo("2");
        assertThat(shop.list(sku, "999.00", true).at("/revision")).isEqualTo("2");
        assertThat(get(id).at("/lines/0/unitPrice/amount")).isEqualTo("899.00");
        assertThat(get(id).at("/lines/0/product/revision")).isEqualTo("1");
        try (var topic = new TopicReader("shopcare.order.stock")) {
            topic.until(event -> event.type().equals("stock.listed.v1") && event.data().path("sku").asText().equals(sku)
                    && event.data().at("/product/revision").asInt() == 2, 1);
        }
        try (var topic = new TopicReader("shopcare.order.skus")) {
            topic.of("nuanyang/" + sku, 2)
                    .forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
        }
        api.as(KU).put("/api/order/skus/" + sku + "?shop=nuanyang", Map.of("title", "x", "category", "apparel", "price",
                Map.of("amount", "9.00", "currency", "USD"), "grams", 1, "onSale", true)).expect(400);
        api.as(KU).put("/api/order/skus/" + sku + "?shop=harbor", Map.of("title", "x", "category", "apparel", "price",
                cny("9.00"), "grams", 1, "onSale", true)).expect(404);
        api.as(LIN).put("/api/order/skus/" + sku + "?shop=nuanyang", Map.of("title", "x", "category", "apparel",
                "price", cny("9.00"), "grams", 1, "onSale", true)).expect(403);
        api.as(LIN).get("/api/order/skus/" + sku + "?shop=nuanyang").expect(200);
        api.as(TOM).get("/api/order/skus/" + sku + "?shop=nuanyang").expect(404);
    }

    private Api.Response order(String sku, String conversation) {
        var body = new HashMap<>(shop.anOrder(sku, 1));
        body.put("conversationId", conversation);
        return api.as(LIN).post("/api/order/orders", body).expect(201);
    }

    private static Map<String, Object> promiseMade(String conversation, String promiseId) {
        return Map.of("shop", "nuanyang", "conversationId", conversation, "buyer",
                Map.of("shop", "nuanyang", "channel", "web", "buyerId", "lin"), "occurredAt", "2026-11-10T01:31:00Z",
                "actor", Map.of("kind", "staff", "id", "mei"), "promise", Map.of("promiseId", promiseId, "kind",
                        "packaging", "text", "用礼盒包装", "conversationId", conversation, "messageSequence", 4, "madeBy",
                        Map.of("kind", "staff", "id", "mei")));
    }

    private void pay(String orderId, String amount) {
        var payment = api.as(LIN).post("/api/order/orders/" + orderId + "/payments", "{}").expect(201);
        provider.tell(api, "payment.succeeded", "n-" + orderId, payment.at("/paymentNo"), amount, "CNY").expect(204);
    }

    private Api.Response get(String orderId) {
        return api.as(AN).get("/api/order/orders/" + orderId).expect(200);
    }

    private List<String> types(String orderId) {
        return api.as(AN).get("/api/order/orders/" + orderId + "/timeline").expect(200).json().at("/items")
                .findValuesAsText("type");
    }
}
