package io.shopcare.acceptance.bench;

import java.util.Map;

/** An order is placed through the gateway and paid at the provider. */
final class Buying {
    private final Market market;
    private final Wire provider;

    Buying(Market market) {
        this.market = market;
        this.provider = new Wire(market.at().sandbox());
    }

    /** An order that waits for its payment. */
    record Placed(String order, String payment) {}

    Placed place(long number) {
        var buyer = market.buyer(number);
        var order = buyer.post("/api/order/orders", Market.order(number)).expect(201, "placing").json().at("/orderId")
                .asText();
        var payment = buyer.post("/api/order/orders/" + order + "/payments", Map.of()).expect(201,
                "asking for a payment").json().at("/paymentNo").asText();
        return new Placed(order, payment);
    }

    void pay(Placed placed) {
        provider.send(Wire.request("POST", "/v1/payments/" + placed.payment() + "/pay", "", Person.bytes(Map.of())))
                .expect(200, "paying");
    }
}
