package io.shopcare.order.payments;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.order.FakeProvider;
import io.shopcare.order.OrderServiceTest;
import io.shopcare.order.ShopFront;
import io.shopcare.order.Until;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.order.People.FANG;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.MEI;
import static io.shopcare.order.People.ZHU;
import static io.shopcare.order.ShopFront.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Finance's desk and lower prices, over HTTP, with the refunds that follow by events. */
@OrderServiceTest
class SettlingMoneyOverHttpTest {
    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    private ShopFront shop;

    @BeforeEach
    void open() {
        shop = new ShopFront(api, "nuanyang");
    }

    @Test
    @DisplayName("O5 O17 paid twice: finance gives it back, the provider is asked once, and the case is closed")
    void givesTheSecondPaymentBack() {
        var order = placed("899.00");
        var payment = begin(order);
        provider.tell(api, "payment.succeeded", "a-" + order, payment, "899.00", "CNY").expect(204);
        provider.tell(api, "payment.succeeded", "b-" + order, payment, "899.00", "CNY").expect(204);
        assertThat(mismatches()).contains(order);
        var path = "/api/order/orders/" + order + "/payment-resolutions";
        var body = Map.of("kind", "refund", "reason", "paid-by-mistake");
        api.as(MEI).post(path, body).expect(403);
        assertThat(api.as(FANG).post(path, Map.of("kind", "accept-shortfall", "reason", "bank-fee")).expect(409)
                .at("/reason")).isEqualTo("nothing-is-missing");
        api.as(FANG).post(path, body).expect(200);
        assertThat(api.as(ZHU).post(path, body).expect(409).at("/facts/who")).isEqualTo("fang");
        assertThat(mismatches()).doesNotContain(order);

        var refunds = "/api/order/orders/" + order + "/refunds";
        var refund = Until.it(() -> api.as(FANG).get(refunds).expect(200),
                found -> found.json().at("/items").size() == 1);
        assertThat(refund.at("/items/0/amount/amount")).isEqualTo("899.00");
        assertThat(refund.at("/items/0/reason")).isEqualTo("paid-too-much");
        var number = refund.at("/items/0/refundId");
        Until.it(() -> provider.refunds().containsKey(number), there -> there);
        provider.tellRefund(api, "refund.succeeded", number, payment, "899.00").expect(204);
        Until.it(() -> get(order), seen -> seen.at("/refunded/amount").equals("899.00"));
    }

    @Test
    @DisplayName("O17 an order that was cancelled before its money came gives it back by itself")
    void givesLateMoneyBackByItself() {
        var order = placed("899.00");
        var payment = begin(order);
        api.as(LIN).post("/api/order/orders/" + order + "/cancellation", Map.of("reason", "buyer-request")).expect(200);
        provider.tell(api, "payment.succeeded", "c-" + order, payment, "899.00", "CNY").expect(204);
        var refund = Until.it(() -> api.as(FANG).get("/api/order/orders/" + order + "/refunds").expect(200),
                found -> found.json().at("/items").size() == 1);
        assertThat(refund.at("/items/0/reason")).isEqualTo("payment-late");
        Until.it(() -> provider.refunds().containsKey(refund.at("/items/0/refundId")), there -> there);
    }

    @Test
    @DisplayName("O5 a bank transfer is confirmed by hand: once per reference, whoever repeats it")
    void confirmsTransfers() {
        var order = placed("899.00");
        var other = placed("899.00");
        var reference = "ICBC" + Ids.next().substring(20);
        var body = Map.of("reference", reference, "amount", cny("899.00"));
        api.as(MEI).post("/api/order/orders/" + order + "/bank-transfers", body).expect(403);
        for (int times = 0; times < 2; times++)
            assertThat(api.as(FANG).post("/api/order/orders/" + order + "/bank-transfers", body).expect(200)
                    .at("/paid/amount")).isEqualTo("899.00");
        assertThat(api.as(FANG).post("/api/order/orders/" + other + "/bank-transfers", body).expect(422)
                .at("/reason")).isEqualTo("reference-used");
        assertThat(api.as(FANG).post("/api/order/orders/" + order + "/bank-transfers", Map.of("reference", reference,
                "amount", cny("1.00"))).expect(422).at("/reason")).isEqualTo("reference-used");
        assertThat(get(order).at("/state/payment")).isEqualTo("paid");
        assertThat(get(other).at("/state/payment")).isEqualTo("unpaid");
    }

    @Test
    @DisplayName("O3 P10 a lower price: within the author's authority, a supervisor's reaches further, buyers pay less")
    void lowersThePrice() {
        var order = placed("899.00");
        var path = "/api/order/orders/" + order + "/price-adjustments";
        api.as(LIN).post(path, Map.of("goodsOff", cny("1.00"), "reason", "bargained")).expect(403);
        assertThat(api.as(MEI).post(path, Map.of("reason", "bargained")).expect(400).at("/errors/0/field"))
                .isEqualTo("goodsOff");
        assertThat(api.as(MEI).post(path, Map.of("goodsOff", cny("89.90"), "reason", "bargained")).expect(200)
                .at("/due/amount")).isEqualTo("809.10");
        var more = Map.of("goodsOff", cny("0.01"), "reason", "bargained");
        assertThat(api.as(MEI).post(path, more).expect(422).at("/reason")).isEqualTo("above-price-authority");
        assertThat(api.as(ZHU).post(path, more).expect(200).at("/due/amount")).isEqualTo("809.09");
        assertThat(api.as(LIN).post("/api/order/orders/" + order + "/payments", "{}").expect(201).at("/amount/amount"))
                .isEqualTo("809.09");
    }

    private String begin(String order) {
        return api.as(LIN).post("/api/order/orders/" + order + "/payments", "{}").expect(201).at("/paymentNo");
    }

    private String mismatches() {
        return api.as(FANG).get("/api/order/payment-mismatches?shop=nuanyang&limit=200").expect(200).http().body();
    }

    private String placed(String price) {
        return shop.order(LIN, shop.onTheShelf("coat", price, 1), 1).expect(201).at("/orderId");
    }

    private Api.Response get(String orderId) {
        return api.as(FANG).get("/api/order/orders/" + orderId).expect(200);
    }
}
