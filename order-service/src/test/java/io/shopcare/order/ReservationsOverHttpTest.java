package io.shopcare.order;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.platform.testkit.services.TopicReader;
import io.shopcare.platform.web.Cursor;

import static io.shopcare.order.People.BO;
import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.ZHU;
import static org.assertj.core.api.Assertions.assertThat;

/** Carts that hold stock, transfers between warehouses, and the check, at the door. */
@OrderServiceTest
class ReservationsOverHttpTest {
    private static final TestPerson MIN = TestPerson.buyer("min", "nuanyang");
    @Autowired
    private Api api;
    private ShopFront shop;

    @BeforeEach
    void openTheDoor() {
        shop = new ShopFront(api, "nuanyang");
    }

    @Test
    @DisplayName("O9 a cart holds the last piece for its buyer, and the order takes it over")
    void holdsForACart() {
        var sku = shop.onTheShelf("coat", "899.00", 1);
        var held = api.as(LIN).post("/api/order/reservations", cart(sku)).expect(201);
        assertThat(held.at("/state")).isEqualTo("held");
        var path = "/api/order/reservations/" + held.at("/reservationId");
        api.as(MIN).post("/api/order/reservations", cart(sku)).expect(409);
        api.as(MIN).get(path).expect(404);
        assertThat(shop.order(MIN, sku, 1).expect(409).at("/reason")).isEqualTo("stock-short");

        var order = api.as(LIN).post("/api/order/orders", Map.of("shop", "nuanyang", "lines", lines(sku), "address",
                ShopFront.anAddress(), "reservationId", held.at("/reservationId"))).expect(201);
        assertThat(order.at("/orderId")).isNotEmpty();
        Until.it(() -> api.as(LIN).get(path).expect(200), view -> view.at("/state").equals("bound"));
        assertThat(api.as(LIN).post(path + "/release", null).expect(409).at("/reason")).isEqualTo("reservation-taken");
    }

    @Test
    @DisplayName("O9 a cart that is let go is free at once")
    void isLetGo() {
        var sku = shop.onTheShelf("coat", "899.00", 1);
        var once = api.as(LIN).with("Idempotency-Key", io.shopcare.platform.ids.Ids.next());
        var held = once.post("/api/order/reservations", cart(sku)).expect(201);
        assertThat(once.post("/api/order/reservations", cart(sku)).expect(201).at("/reservationId"))
                .isEqualTo(held.at("/reservationId"));
        once.post("/api/order/reservations", Map.of("shop", "nuanyang", "lines", lines(sku), "minutes", 6)).expect(422);
        api.as(LIN).post("/api/order/reservations/" + held.at("/reservationId") + "/release", null).expect(200);
        assertThat(shop.stock(sku).at("/stock/available")).isEqualTo("1");
    }

    @Test
    @DisplayName("O9 a transfer is in both ledgers, its events are as agreed, and the check goes through piece by piece")
    void movesBetweenWarehouses() {
        var sku = shop.onTheShelf("coat", "899.00", 5);
        var transfer = Map.of("sku", sku, "from", "hangzhou-1", "to", "shanghai-1", "quantity", 3);
        var moved = api.as(KU).post("/api/order/stock-transfers?shop=nuanyang", transfer).expect(201);
        assertThat(moved.at("/state")).isEqualTo("arrived");
        api.as(KU).get("/api/order/stock-transfers/" + moved.at("/transferId")).expect(200);
        api.as(BO).get("/api/order/stock-transfers/" + moved.at("/transferId")).expect(403);
        assertThat(api.as(KU).post("/api/order/stock-transfers?shop=nuanyang", transfer).expect(409).at("/reason"))
                .isEqualTo("transfer-short");
        var levels = api.as(KU).get("/api/order/skus/" + sku + "/stock?shop=nuanyang").expect(200).json();
        assertThat(levels.at("/0/figures/onHand").asInt()).isEqualTo(2);
        assertThat(levels.at("/1/figures/onHand").asInt()).isEqualTo(3);
        try (var topic = new TopicReader("shopcare.order.stock")) {
            topic.until(event -> event.data().path("sku").asText().equals(sku)
                    && event.data().path("cause").asText().startsWith("transferred"), 2)
                    .forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
        }
        var after = "";
        int checked = 0;
        do {
            var piece = api.as(ZHU).get("/api/order/admin/stock-check?limit=2" + after).expect(200);
            assertThat(piece.json().at("/differences")).isEmpty();
            checked += piece.json().at("/checked").asInt();
            after = piece.at("/next").isEmpty() ? "" : "&after=" + piece.at("/next");
        } while (!after.isEmpty());
        assertThat(checked).isGreaterThan(1);
        var page = api.as(KU).get("/api/order/stock-check?shop=nuanyang&limit=1").expect(200);
        assertThat(page.at("/checked")).isEqualTo("1");
        assertThat(page.at("/agrees")).isEqualTo("true");
        assertThat(page.at("/next")).isNotEmpty();
        api.as(ZHU).get("/api/order/admin/stock-check?after=" + Cursor.of("no-stock").text()).expect(400);
    }

    private static Map<String, Object> cart(String sku) {
        return Map.of("shop", "nuanyang", "lines", lines(sku), "minutes", 5);
    }

    private static List<Map<String, Object>> lines(String sku) {
        return List.of(Map.of("sku", sku, "quantity", 1));
    }
}
