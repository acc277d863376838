package io.shopcare.order;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.MEI;
import static io.shopcare.order.ShopFront.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Goods that are missing after payment, at the door: each choice is followed through. */
@OrderServiceTest
class OutOfStockOverHttpTest {
    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    private ShopFront shop;
    private String there = "";
    private String missing = "";
    private String id = "";

    @BeforeEach
    void buyWhatIsMissing() {
        shop = new ShopFront(api, "nuanyang");
        there = shop.onTheShelf("coat", "899.00", 1);
        missing = shop.onTheShelf("scarf", "131.50", 1);
        api.as(KU).put("/api/order/skus/" + missing + "?shop=nuanyang", Map.of("title", "围巾", "category", "apparel",
                "price", cny("131.50"), "grams", 200, "onSale", true, "whenGone", "pre-order")).expect(200);
        move(missing, 0, "counted");
        Until.it(() -> shop.stock(missing), view -> view.at("/selling").equals("pre-order"));
        id = api.as(LIN).post("/api/order/orders", Map.of("shop", "nuanyang", "lines", List.of(Map.of("sku", there,
                "quantity", 1), Map.of("sku", missing, "quantity", 1)), "address", ShopFront.anAddress())).expect(201)
                .at("/orderId");
        var payment = api.as(LIN).post("/api/order/orders/" + id + "/payments", "{}").expect(201);
        provider.tell(api, "payment.succeeded", "n-" + id, payment.at("/paymentNo"), "1030.50", "CNY").expect(204);
        Until.it(() -> api.as(LIN).send("GET", "/api/order/orders/" + id + "/shortage", null), view -> view
                .status() == 200 && view.at("/state").equals("open"));
    }

    @Test
    @DisplayName("O9 wait: the goods come in, and the order goes on by itself")
    void waits() {
        var shortage = choose("wait").expect(200);
        assertThat(shortage.at("/state")).isEqualTo("waiting");
        assertThat(shortage.json().at("/choices").toString()).isEqualTo("[\"wait\",\"swap\",\"partial\",\"refund\"]");
        assertThat(api.as(MEI).get("/api/order/shortages?shop=nuanyang&state=waiting&limit=200").expect(200).json()
                .at("/items").findValuesAsText("orderId")).contains(id);
        move(missing, 5, "received");
        Until.it(() -> order(), order -> order.at("/state/audit").equals("approved"));
        Until.it(() -> shortage(), view -> view.at("/state").equals("settled"));
    }

    @Test
    @DisplayName("O9 O10 swap: the buyer takes what is there instead, the audit goes on by itself, what it costs less goes back")
    void takesAnother() {
        var other = shop.onTheShelf("shawl", "100.00", 1);
        assertThat(choose("swap").expect(400).at("/errors/0/field")).isEqualTo("lineId");
        var path = "/api/order/orders/" + id + "/shortage/choice";
        assertThat(api.as(LIN).post(path, Map.of("choice", "wait", "sku", other)).expect(400).at("/errors/0/field"))
                .isEqualTo("sku");
        var chosen = api.as(LIN).post(path, Map.of("choice", "swap", "lineId", "2", "sku", other)).expect(200);
        assertThat(chosen.at("/swap/sku")).isEqualTo(other);
        var order = Until.it(() -> order(), each -> each.at("/state/audit").equals("approved"));
        assertThat(order.at("/lines/1/sku")).isEqualTo(other);
        Until.it(() -> refunds(), refunds -> refunds.at("/items/0/amount/amount").equals("31.50"));
        assertThat(shop.stock(other).at("/stock/available")).isEqualTo("0");
    }

    @Test
    @DisplayName("O9 partial: what is there goes on, the rest is paid back")
    void shipsInPart() {
        choose("partial").expect(200);
        Until.it(() -> refunds(), refunds -> refunds.at("/items/0/amount/amount").equals("131.50"));
        var order = Until.it(() -> order(), each -> each.at("/state/audit").equals("approved"));
        assertThat(order.at("/lines/1/progress/withdrawn")).isEqualTo("1");
        assertThat(shop.stock(there).at("/stock/available")).isEqualTo("0");
    }

    @Test
    @DisplayName("O9 refund: cancelled, and all of it paid back")
    void paysBack() {
        assertThat(choose("refund").expect(200).at("/state")).isEqualTo("settled");
        Until.it(() -> order(), order -> order.at("/phase").equals("cancelled"));
        Until.it(() -> refunds(), refunds -> refunds.at("/items/0/amount/amount").equals("1030.50"));
        assertThat(choose("wait").expect(409).at("/reason")).isEqualTo("shortage-over");
    }

    private Api.Response choose(String choice) {
        return api.as(LIN).post("/api/order/orders/" + id + "/shortage/choice", Map.of("choice", choice));
    }

    private Api.Response order() {
        return api.as(LIN).get("/api/order/orders/" + id).expect(200);
    }

    private Api.Response refunds() {
        return api.as(LIN).get("/api/order/orders/" + id + "/refunds").expect(200);
    }

    private Api.Response shortage() {
        return api.as(LIN).get("/api/order/orders/" + id + "/shortage").expect(200);
    }

    private void move(String sku, int units, String reason) {
        api.as(KU).post("/api/order/skus/" + sku + "/stock-movements?shop=nuanyang", Map.of("warehouse", "hangzhou-1",
                "quantity", units, "reason", reason)).expect(200);
    }
}
