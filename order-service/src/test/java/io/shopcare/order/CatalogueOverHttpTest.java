package io.shopcare.order;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.testkit.contracts.Contracts;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TopicReader;

import static io.shopcare.order.People.BO;
import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.ZHU;
import static io.shopcare.order.ShopFront.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue at the door: versions, owners, and what happens at zero. */
@OrderServiceTest
class CatalogueOverHttpTest {
    @Autowired
    private Api api;
    private ShopFront shop;

    @BeforeEach
    void openTheDoor() {
        shop = new ShopFront(api, "nuanyang");
    }

    @Test
    @DisplayName("O1 O9a a past version can be read; an order that saw it hears what changed; the floor is for staff")
    void keepsVersions() {
        var sku = shop.onTheShelf("coat", "899.00", 3);
        var dearer = api.as(KU).put(path(sku, ""), page("949.00", null)).expect(200);
        assertThat(dearer.at("/revision")).isEqualTo("2");
        assertThat(dearer.at("/floor/amount")).isEqualTo("700.00");
        assertThat(api.as(LIN).get(path(sku, "")).expect(200).json().has("floor")).isFalse();

        var first = api.as(LIN).get(path(sku, "/versions/1")).expect(200);
        assertThat(first.at("/price/amount")).isEqualTo("899.00");
        api.as(LIN).get(path(sku, "/versions/3")).expect(404);
        api.as(BO).get(path(sku, "/versions/1")).expect(404);

        var order = Map.of("shop", "nuanyang", "lines", List.of(Map.of("sku", sku, "quantity", 1, "seenRevision", 1)),
                "address", ShopFront.anAddress());
        var refused = api.as(LIN).post("/api/order/orders", order).expect(409);
        assertThat(refused.at("/reason")).isEqualTo("page-changed");
        assertThat(refused.at("/facts/changes")).isEqualTo("price 899.00 CNY -> 949.00 CNY");
    }

    @Test
    @DisplayName("O9a what one market is told otherwise is on the page and in its versions; its floor is for staff")
    void tellsAMarketOtherwise() {
        var sku = shop.onTheShelf("coat", "899.00", 0);
        var told = new java.util.HashMap<>(page("899.00", null));
        told.put("inMarkets", Map.of("US", Map.of("facts", Map.of("尺码", "US 8"), "floor", cny("750.00"))));
        assertThat(api.as(KU).put(path(sku, ""), told).expect(200).at("/inMarkets/US/floor/amount"))
                .isEqualTo("750.00");
        for (var rest : List.of("", "/versions/2")) {
            assertThat(api.as(KU).get(path(sku, rest)).expect(200).at("/inMarkets/US/floor/amount"))
                    .isEqualTo("750.00");
            var seen = api.as(LIN).get(path(sku, rest)).expect(200);
            assertThat(seen.at("/inMarkets/US/facts/尺码")).isEqualTo("US 8");
            assertThat(seen.json().at("/inMarkets/US").has("floor")).isFalse();
        }
        told.put("inMarkets", Map.of("usa", Map.of()));
        assertThat(api.as(KU).put(path(sku, ""), told).expect(400).at("/errors/0/field")).isEqualTo("inMarkets.usa");
    }

    @Test
    @DisplayName("O9a what another system owns is refused here, by name, until a supervisor takes it back")
    void belongsToItsOwner() {
        var sku = shop.onTheShelf("coat", "899.00", 0);
        assertThat(api.as(KU).put(path(sku, "") + "&system=erp&systemRevision=5", page("949.00", null)).expect(200)
                .at("/owner")).isEqualTo("erp");
        var refused = api.as(KU).put(path(sku, ""), page("1.00", null)).expect(422);
        assertThat(refused.at("/reason")).isEqualTo("owned-elsewhere");
        assertThat(refused.at("/facts/owner")).isEqualTo("erp");
        api.as(KU).send("DELETE", path(sku, "/owner"), null).expect(403);
        api.as(ZHU).send("DELETE", path(sku, "/owner"), null).expect(200);
        api.as(KU).put(path(sku, ""), page("929.00", null)).expect(200);
        assertThat(api.as(LIN).get("/api/order/skus?shop=nuanyang&productId=" + sku).expect(200).json()
                .at("/items").findValuesAsText("sku")).containsExactly(sku);
    }

    @Test
    @DisplayName("O9 O9a the last unit sold: depleted is told, the SKU goes to pre-order; more comes: replenished, on sale")
    void followsItsStock() {
        var sku = shop.onTheShelf("coat", "899.00", 2);
        api.as(KU).put(path(sku, ""), page("899.00", "pre-order")).expect(200);
        Until.it(() -> shop.stock(sku), view -> view.at("/selling").equals("on-sale"));
        shop.order(LIN, sku, 2).expect(201);
        Until.it(() -> shop.stock(sku), view -> view.at("/selling").equals("pre-order"));
        shop.order(LIN, sku, 1).expect(201);
        api.as(KU).post("/api/order/skus/" + sku + "/stock-movements?shop=nuanyang",
                Map.of("warehouse", "hangzhou-1", "quantity", 5, "reason", "received")).expect(200);
        Until.it(() -> shop.stock(sku), view -> view.at("/selling").equals("on-sale"));
        try (var topic = new TopicReader("shopcare.order.stock")) {
            var told = topic.until(event -> event.data().path("sku").asText().equals(sku)
                    && (event.type().equals("stock.depleted.v1") || event.type().equals("stock.replenished.v1")), 3);
            told.forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
            assertThat(told).extracting(event -> event.type()).containsExactly("stock.replenished.v1",
                    "stock.depleted.v1", "stock.replenished.v1");
        }
    }

    private static String path(String sku, String rest) {
        return "/api/order/skus/" + sku + rest + "?shop=nuanyang";
    }

    private static Map<String, Object> page(String price, String whenGone) {
        var page = new java.util.HashMap<String, Object>(Map.of("title", "羊毛大衣", "category", "apparel", "price",
                cny(price), "grams", 1450, "returnTerms", Map.of("intact", "textile"), "onSale", true, "floor",
                cny("700.00")));
        if (whenGone != null)
            page.put("whenGone", whenGone);
        return page;
    }
}
