package io.shopcare.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

import static io.shopcare.order.Crew.BAO;
import static io.shopcare.order.Crew.CHENG;
import static io.shopcare.order.Crew.JIAN;
import static io.shopcare.order.Crew.PEI;
import static io.shopcare.order.Crew.WEI;
import static io.shopcare.order.People.AN;
import static io.shopcare.order.People.BO;
import static io.shopcare.order.People.FANG;
import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.MEI;
import static io.shopcare.order.People.TOM;
import static org.assertj.core.api.Assertions.assertThat;

/** From the approval to the buyer's door and back, over HTTP, by people with their own tokens. */
@OrderServiceTest
class FulfillingOverHttpTest {
    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    private ShopFront shop;
    private Crew crew;

    @BeforeEach
    void openTheDoor() {
        shop = new ShopFront(api, "nuanyang");
        crew = new Crew(api);
    }

    @Test
    @DisplayName("O11 O12 O15 O16 O19: from the approval to the receipt, each stage by its role; every event as agreed; the buyer is told")
    void goesFromTheApprovalToTheReceipt() {
        var sku = shop.onTheShelf("coat", "899.00", 5);
        var orderId = approved(sku);
        var parcelId = crew.parcelOf(orderId);
        assertThat(api.as(WEI).get("/api/order/parcels/" + parcelId).expect(200).at("/warehouse"))
                .isEqualTo("hangzhou-1");

        crew.step(PEI, parcelId, "waybill", null).expect(403);
        assertThat(crew.step(PEI, parcelId, "picking", null).expect(409).at("/facts/stage")).isEqualTo("waybill");
        crew.step(BO, parcelId, "waybill", null).expect(404);
        crew.step(LIN, parcelId, "waybill", null).expect(404);
        var key = api.as(WEI).with("Idempotency-Key", Ids.next());
        var waybill = key.post("/api/order/parcels/" + parcelId + "/waybill", null).expect(200).at("/waybill/number");
        assertThat(key.post("/api/order/parcels/" + parcelId + "/waybill", null).expect(200).at("/waybill/number"))
                .isEqualTo(waybill);
        assertThat(crew.step(PEI, parcelId, "picking", null).expect(200).at("/state/stage")).isEqualTo("picked");
        assertThat(crew.step(JIAN, parcelId, "inspection",
                Map.of("units", Crew.scanned(Map.of("WRONG", 1)))).expect(200).at("/state/stage")).isEqualTo("stopped");
        crew.step(JIAN, parcelId, "inspection", Map.of("units", Crew.scanned(Map.of(sku, 1)))).expect(200);
        crew.step(BAO, parcelId, "packing", Map.of("packaging", "no-such-box")).expect(400);
        int expected = crew.step(BAO, parcelId, "packing", Map.of("packaging", "box")).expect(200).json()
                .at("/expectedGrams").asInt();
        assertThat(crew.step(CHENG, parcelId, "weighing", Map.of("grams", 5000)).expect(200).at("/state/stage"))
                .isEqualTo("picked");
        crew.step(JIAN, parcelId, "inspection", Map.of("units", Crew.scanned(Map.of(sku, 1)))).expect(200);
        crew.step(BAO, parcelId, "packing", null).expect(200);
        crew.step(CHENG, parcelId, "weighing", Map.of("grams", expected + 12)).expect(200);
        crew.step(KU, parcelId, "handover", null).expect(200);
        Until.it(() -> order(orderId), order -> order.at("/state/fulfilment").equals("shipped"));
        Until.it(() -> shop.stock(sku), stock -> stock.at("/stock/onHand").equals("4"));

        var now = Clock.systemUTC().instant();
        crew.push(waybill, "0", "1002", now.minusSeconds(20)).expect(204);
        crew.push(waybill, "1", "103", now.minusSeconds(60)).expect(204);
        crew.push(waybill, "3", "301", now).expect(204);
        crew.push(waybill, "3", "301", now).expect(204);
        Until.it(() -> order(orderId), order -> order.at("/state/fulfilment").equals("delivered"));
        var seen = api.as(LIN).get("/api/order/parcels/" + parcelId).expect(200);
        assertThat(seen.json().at("/trace").findValuesAsText("state")).containsExactly("collected", "in-transit",
                "signed");
        assertThat(seen.json().has("pickedBy")).isFalse();
        assertThat(seen.json().at("/allowedActions")).isEmpty();
        api.as(TOM).get("/api/order/parcels/" + parcelId).expect(404);
        api.as(TestPerson.buyer("wang", "nuanyang")).get("/api/order/parcels/" + parcelId).expect(404);

        api.as(MEI).post("/api/order/orders/" + orderId + "/receipt", null).expect(403);
        api.as(TOM).post("/api/order/orders/" + orderId + "/receipt", null).expect(404);
        assertThat(api.as(LIN).post("/api/order/orders/" + orderId + "/receipt", null).expect(200)
                .at("/state/fulfilment")).isEqualTo("completed");
        api.as(LIN).post("/api/order/orders/" + orderId + "/receipt", null).expect(200);

        try (var topic = new TopicReader("shopcare.order.parcels")) {
            var told = topic.of(parcelId, 12);
            told.forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
            assertThat(told).extracting(TopicReader.Heard::type).containsSubsequence("parcel.created.v1",
                    "waybill.printed.v1", "parcel.picked.v1", "parcel.inspected.v1", "parcel.packed.v1",
                    "parcel.weighed.v1", "parcel.shipped.v1", "tracking.updated.v1", "parcel.delivered.v1");
        }
        var told = Until.it(() -> api.as(LIN).get("/api/order/notices?orderId=" + orderId).expect(200),
                notices -> notices.json().at("/items").size() == 4);
        assertThat(told.json().at("/items").findValuesAsText("kind")).containsExactlyInAnyOrder("order-received",
                "order-paid", "order-shipped", "order-delivered");
        assertThat(told.at("/items/0/to")).isEqualTo("l***@example.com");
        api.as(TOM).get("/api/order/notices?orderId=" + orderId).expect(404);
    }

    @Test
    @DisplayName("O8a: a hold after the approval stops the parcel; released, it goes on")
    void stopsAtAHold() {
        var sku = shop.onTheShelf("coat", "899.00", 1);
        var orderId = approved(sku);
        var parcelId = crew.parcelOf(orderId);
        var held = api.as(MEI).post("/api/order/orders/" + orderId + "/holds",
                Map.of("code", "case-open", "owner", "presales")).expect(200);
        assertThat(crew.step(WEI, parcelId, "waybill", null).expect(409).at("/reason")).isEqualTo("hold-open");
        Until.it(() -> parcel(parcelId), parcel -> parcel.at("/state/clearance").equals("held-back"));
        api.as(MEI).post("/api/order/orders/" + orderId + "/holds/" + held.at("/holds/0/holdId") + "/release",
                Map.of("reason", "buyer-agreed")).expect(200);
        Until.it(() -> parcel(parcelId), parcel -> parcel.at("/state/clearance").equals("clear"));
        crew.step(WEI, parcelId, "waybill", null).expect(200);
    }

    @Test
    @DisplayName("O11: queues by stage, longest waiting first, page by page, only for the shop's people")
    void listsTheQueueOfAStage() {
        var sku = shop.onTheShelf("coat", "899.00", 3);
        for (int i = 0; i < 3; i++)
            crew.parcelOf(approved(sku));
        var first = api.as(WEI).get("/api/order/parcels?shop=nuanyang&stage=created&limit=2").expect(200);
        assertThat(first.json().at("/items")).hasSize(2);
        assertThat(first.json().at("/items/0/allowedActions").toString()).isEqualTo("[\"waybill\"]");
        var second = api.as(WEI)
                .get("/api/order/parcels?shop=nuanyang&stage=created&limit=2&after=" + first.at("/next")).expect(200);
        assertThat(second.json().at("/items").findValuesAsText("parcelId"))
                .doesNotContainAnyElementsOf(first.json().at("/items").findValuesAsText("parcelId"));
        api.as(WEI).get("/api/order/parcels?shop=harbor&stage=created").expect(404);
        api.as(LIN).get("/api/order/parcels?shop=nuanyang&stage=created").expect(404);
        api.as(WEI).get("/api/order/parcels?shop=nuanyang&stage=lost").expect(400);
        api.as(WEI).get("/api/order/parcels?shop=nuanyang&stage=created&after=nonsense").expect(400);
    }

    @Test
    @DisplayName("O15: forged, old, malformed and unknown pushes are refused")
    void judgesPushes() {
        var now = Clock.systemUTC().instant();
        var body = """
                {"waybill":"SF0000000000000","state":"1","time":"2026-11-10T10:02:00Z"}""";
        crew.push("shunfeng", body, now).expect(404);
        crew.push("shunfeng", body, now.minus(Duration.ofSeconds(301))).expect(401);
        crew.push("nobody", body, now).expect(401);
        crew.push("shunfeng", "{", now).expect(400);
        crew.push("shunfeng", "null", now).expect(400);
        crew.push("shunfeng", body.replace("\"1\"", "\"99\""), now).expect(400);
        crew.push("shunfeng", "{\"state\":\"1\"}", now).expect(400);
        api.send("POST", "/api/order/carrier-callbacks/shunfeng", body).expect(401);
        api.with("X-Timestamp", Long.toString(now.getEpochSecond())).with("X-Signature", "v1=00")
                .send("POST", "/api/order/carrier-callbacks/shunfeng", body).expect(401);
    }

    @Test
    @DisplayName("O17 S8: a case asks, the provider takes the money and does not answer: in doubt, settled by its notification; one refund")
    void refundsOnceThroughASilentProvider() {
        var sku = shop.onTheShelf("scarf", "263.00", 1);
        var orderId = shop.order(LIN, sku, 1).expect(201).at("/orderId");
        var paymentNo = pay(orderId, "263.00");
        var requestId = Ids.next();
        provider.silent(true);
        String refundNo;
        try (var aftersale = new PresaleVoice()) {
            var asked = asked(orderId, requestId, "263.00");
            aftersale.tell("shopcare.aftersale.cases", "refund.asked.v1", "case-" + requestId, 9, asked);
            aftersale.tell("shopcare.aftersale.cases", "refund.asked.v1", "case-" + requestId, 9, asked);
            var doubtful = Until.it(() -> refunds(orderId),
                    refunds -> refunds.at("/items/0/state/stage").equals("in-doubt"));
            refundNo = doubtful.at("/items/0/refundId");
        } finally {
            provider.silent(false);
        }
        assertThat(order(orderId).at("/refunded/amount")).isIn("0.00", "");
        assertThat(api.as(FANG).get("/api/order/refunds?shop=nuanyang&stage=in-doubt&limit=200").expect(200).json()
                .at("/items").findValuesAsText("refundId")).contains(refundNo);
        provider.settle(refundNo, "succeeded");
        provider.tellRefund(api, "refund.succeeded", refundNo, paymentNo, "263.00").expect(204);
        provider.tellRefund(api, "refund.succeeded", refundNo, paymentNo, "263.00").expect(204);
        assertThat(refunds(orderId).at("/items/0/state/stage")).isEqualTo("succeeded");
        Until.it(() -> order(orderId), order -> order.at("/refunded/amount").equals("263.00"));
        assertThat(provider.refunds().values().stream()
                .filter(refund -> refund.path("paymentNo").asText().equals(paymentNo))).hasSize(1);
        api.as(LIN).get("/api/order/refunds/" + refundNo).expect(200);
        api.as(TOM).get("/api/order/refunds/" + refundNo).expect(404);
        api.as(AN).post("/api/order/refunds/" + refundNo + "/attempts", null).expect(403);
        assertThat(api.as(FANG).post("/api/order/refunds/" + refundNo + "/attempts", null).expect(409).at("/reason"))
                .isEqualTo("not-failed");
        provider.tellRefund(api, "refund.succeeded", Ids.next(), paymentNo, "1.00").expect(404);
        try (var topic = new TopicReader("shopcare.order.refunds")) {
            var told = topic.of(refundNo, 3);
            told.forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
            assertThat(told).extracting(TopicReader.Heard::type).containsExactly("refund.requested.v1",
                    "refund.in-doubt.v1", "refund.succeeded.v1");
        }
        assertThat(api.as(LIN).get("/api/order/notices?orderId=" + orderId).expect(200).json().at("/items")
                .findValuesAsText("kind")).as("the case tells of its refund").doesNotContain("order-refunded");
    }

    private String approved(String sku) {
        var orderId = shop.order(LIN, sku, 1).expect(201).at("/orderId");
        pay(orderId, "899.00");
        return orderId;
    }

    private String pay(String orderId, String amount) {
        var payment = api.as(LIN).post("/api/order/orders/" + orderId + "/payments", "{}").expect(201);
        provider.tell(api, "payment.succeeded", "n-" + orderId, payment.at("/paymentNo"), amount, "CNY").expect(204);
        return payment.at("/paymentNo");
    }

    private Api.Response order(String orderId) {
        return api.as(AN).get("/api/order/orders/" + orderId).expect(200);
    }

    private Api.Response parcel(String parcelId) {
        return api.as(WEI).get("/api/order/parcels/" + parcelId).expect(200);
    }

    private Api.Response refunds(String orderId) {
        return api.as(FANG).get("/api/order/orders/" + orderId + "/refunds").expect(200);
    }

    private static Map<String, Object> asked(String orderId, String requestId, String amount) {
        var money = ShopFront.cny(amount);
        return Map.ofEntries(Map.entry("shop", "nuanyang"), Map.entry("caseId", "case-" + requestId),
                Map.entry("buyer", Map.of("shop", "nuanyang", "channel", "web", "buyerId", "lin")),
                Map.entry("occurredAt", Instant.parse("2026-11-17T03:10:00Z").toString()),
                Map.entry("actor", Map.of("kind", "staff", "id", "shu")), Map.entry("orderId", orderId),
                Map.entry("requestId", requestId), Map.entry("amount", money),
                Map.entry("lines", List.of(Map.of("lineId", "1", "quantity", 1, "amount", money))),
                Map.entry("freight", ShopFront.cny("0.00")), Map.entry("reason", "goods-returned"),
                Map.entry("citations", List.of(Map.of("rule", "R5", "pack", "cn-consumer-law", "version", "1"))));
    }
}
