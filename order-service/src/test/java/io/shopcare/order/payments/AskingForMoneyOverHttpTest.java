package io.shopcare.order.payments;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.order.FakeProvider;
import io.shopcare.order.OrderServiceTest;
import io.shopcare.order.ShopFront;
import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.order.People.BO;
import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.MEI;
import static io.shopcare.order.People.TOM;
import static io.shopcare.order.ShopFront.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Payment requests and payments for several orders, as people and the provider use them. */
@OrderServiceTest
class AskingForMoneyOverHttpTest {
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
    @DisplayName("O10 O5 a payment request: who may ask, who may pay, paid once, told in the order")
    void asksAndIsPaid() {
        var order = aPaidOrder();
        var path = "/api/order/orders/" + order + "/payment-requests";
        var body = Map.of("amount", cny("60.00"), "reason", "exchange-difference", "lineId", "1");
        api.as(KU).post(path, body).expect(403);
        api.as(LIN).post(path, body).expect(404);
        api.as(BO).post(path, body).expect(404);
        assertThat(api.as(MEI).post(path, Map.of("amount", cny("60.00"), "reason", "exchange-difference")).expect(400)
                .at("/errors/0/field")).isEqualTo("lineId");
        assertThat(api.as(MEI).post(path, Map.of("amount", cny("0.00"), "reason", "redirect-price")).expect(400)
                .at("/errors/0/field")).isEqualTo("amount");

        var request = api.as(MEI).post(path, body).expect(201).at("/requestId");
        assertThat(get(order).at("/paymentRequests/0/state")).isEqualTo("open");
        assertThat(api.as(LIN).get("/api/order/orders/" + order).expect(200).json()
                .at("/allowedActions").toString()).contains("pay-request");
        api.as(TOM).post(path + "/" + request + "/payments", "{}").expect(404);
        var payment = api.as(LIN).post(path + "/" + request + "/payments", "{}").expect(201);
        assertThat(payment.at("/amount/amount")).isEqualTo("60.00");
        for (int times = 0; times < 2; times++)
            provider.tell(api, "payment.succeeded", "r-" + order, payment.at("/paymentNo"), "60.00", "CNY")
                    .expect(204);
        assertThat(get(order).at("/paymentRequests/0/state")).isEqualTo("paid");
        assertThat(get(order).at("/lines/0/refundable/amount")).isEqualTo("959.00");
        assertThat(api.as(LIN).post(path + "/" + request + "/payments", "{}").expect(409).at("/reason"))
                .isEqualTo("payment-request-paid");
        assertThat(api.as(MEI).post(path + "/" + request + "/withdrawal", "{}").expect(409).at("/reason"))
                .isEqualTo("payment-request-paid");
        assertThat(api.as(LIN).get(path).expect(200).json()).hasSize(1);
    }

    @Test
    @DisplayName("O3 one payment for two orders; not for another's")
    void paysTogether() {
        var one = placed("899.00");
        var two = placed("59.00");
        var body = Map.of("orders", List.of(one, two));
        api.as(TOM).post("/api/order/payments", body).expect(404);
        api.as(LIN).post("/api/order/payments", Map.of("orders", List.of())).expect(400);
        var payment = api.as(LIN).post("/api/order/payments", body).expect(201);
        assertThat(payment.at("/amount/amount")).isEqualTo("958.00");
        assertThat(payment.json().at("/orders")).hasSize(2);
        provider.tell(api, "payment.succeeded", "t-" + one, payment.at("/paymentNo"), "958.00", "CNY").expect(204);
        assertThat(get(one).at("/paid/amount")).isEqualTo("899.00");
        assertThat(get(two).at("/paid/amount")).isEqualTo("59.00");
        assertThat(api.as(LIN).post("/api/order/payments", body).expect(409).at("/reason"))
                .isEqualTo("already-paid");
    }

    private String aPaidOrder() {
        var id = placed("899.00");
        var payment = api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201);
        provider.tell(api, "payment.succeeded", "p-" + id, payment.at("/paymentNo"), "899.00", "CNY").expect(204);
        return id;
    }

    private String placed(String price) {
        return shop.order(LIN, shop.onTheShelf("coat", price, 1), 1).expect(201).at("/orderId");
    }

    private Api.Response get(String orderId) {
        return api.as(MEI).get("/api/order/orders/" + orderId).expect(200);
    }
}
