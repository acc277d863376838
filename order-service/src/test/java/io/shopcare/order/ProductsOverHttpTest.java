package io.shopcare.order;

import java.util.List;
import java.util.Locale;
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

import static io.shopcare.order.People.BO;
import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.TOM;
import static io.shopcare.order.People.ZHU;
import static io.shopcare.order.ShopFront.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Products at the door: who sees which, who edits them, and their versions. */
@OrderServiceTest
class ProductsOverHttpTest {
    @Autowired
    private Api api;
    private ShopFront shop;

    @BeforeEach
    void openTheDoor() {
        shop = new ShopFront(api, "nuanyang");
    }

    @Test
    @DisplayName("O9a a product is listed and revised; its versions can be read; another shop knows nothing of it")
    void keepsVersions() {
        var id = aProduct("羊毛", List.of());
        assertThat(api.as(KU).put(path(id, ""), page("羊绒", List.of())).expect(200).at("/revision")).isEqualTo("2");

        var first = api.as(LIN).get(path(id, "/versions/1")).expect(200);
        assertThat(first.at("/facts/材质")).isEqualTo("羊毛");
        api.as(LIN).get(path(id, "/versions/3")).expect(404);
        for (var stranger : List.of(BO, TOM)) {
            api.as(stranger).get(path(id, "")).expect(404);
            api.as(stranger).get(path(id, "/versions/1")).expect(404);
            api.as(stranger).get("/api/order/products?shop=nuanyang").expect(404);
        }
        api.as(LIN).put(path(id, ""), page("棉", List.of())).expect(403);
        var wrong = api.as(KU).put(path("-coat", ""), page("棉", List.of())).expect(400);
        assertThat(wrong.at("/errors/0/field")).isEqualTo("productId");
        try (var topic = new TopicReader("shopcare.order.products")) {
            topic.of("nuanyang/" + id, 2)
                    .forEach(event -> Contracts.producerSchema(event.type()).check(event.data().toString()));
        }
    }

    @Test
    @DisplayName("O9a of two who saw the same version the second is refused as stale")
    void isRevisedByOneOfTwo() {
        var id = aProduct("羊毛", List.of());
        var etag = api.as(KU).get(path(id, "")).expect(200).http().headers().firstValue("ETag").orElseThrow();
        api.as(KU).with("If-Match", etag).put(path(id, ""), page("羊绒", List.of())).expect(200);
        api.as(ZHU).with("If-Match", etag).put(path(id, ""), page("棉", List.of())).expect(412);
        assertThat(api.as(KU).get(path(id, "")).expect(200).at("/facts/材质")).isEqualTo("羊绒");
    }

    @Test
    @DisplayName("O9a a product of another system is refused here, by name; taking it off sale is not, and holds")
    void belongsToItsOwner() {
        var id = aProduct("羊毛", List.of());
        api.as(KU).put(path(id, "") + "&system=erp&systemRevision=5", page("羊绒", List.of())).expect(200);
        var refused = api.as(KU).with("Accept-Language", "zh-CN").put(path(id, ""), page("棉", List.of())).expect(422);
        assertThat(refused.at("/reason")).isEqualTo("owned-elsewhere");
        assertThat(refused.at("/detail")).contains("erp");

        api.as(KU).post(path(id, "/withdrawal"), null).expect(200);
        api.as(KU).put(path(id, "") + "&system=erp&systemRevision=6", page("羊绒", List.of())).expect(200);
        assertThat(api.as(KU).get(path(id, "")).expect(200).at("/withdrawn")).isEqualTo("true");
        api.as(KU).send("DELETE", path(id, "/withdrawal"), null).expect(200);
        api.as(KU).send("DELETE", path(id, "/owner"), null).expect(403);
        api.as(ZHU).send("DELETE", path(id, "/owner"), null).expect(200);
        api.as(KU).put(path(id, ""), page("棉", List.of())).expect(200);
    }

    @Test
    @DisplayName("O9a buyers see what is on sale in their market, the shop's people all of it")
    void showsBuyersWhatTheyCanHave() {
        var here = aProduct("羊毛", List.of("CN"));
        var abroad = aProduct("羊毛", List.of("US"));
        var gone = aProduct("羊毛", List.of());
        api.as(KU).post(path(gone, "/withdrawal"), null).expect(200);

        assertThat(ids(LIN, "")).contains(here).doesNotContain(abroad, gone);
        assertThat(ids(LIN, "&market=US")).contains(abroad).doesNotContain(here, gone);
        assertThat(ids(KU, "")).contains(here, abroad, gone);
        assertThat(ids(KU, "&category=home")).doesNotContain(here);
        api.as(LIN).get(path(here, "")).expect(200);
        api.as(LIN).get(path(abroad, "")).expect(404);
        api.as(LIN).get(path(abroad, "") + "&market=US").expect(200);
        api.as(LIN).get(path(gone, "")).expect(404);
        api.as(KU).get(path(gone, "")).expect(200);
        api.as(KU).get("/api/order/products?shop=nuanyang&market=Mars").expect(400);
    }

    @Test
    @DisplayName("O9a taken off sale, its SKUs go with it and nobody orders them; back on sale, the line keeps the version")
    void takesItsSkusAlong() {
        var id = aProduct("羊毛", List.of());
        var coat = shop.onTheShelf("coat", "899.00", 0);
        var cape = shop.onTheShelf("cape", "499.00", 0);
        for (var sku : List.of(coat, cape))
            api.as(KU).put(skuPath(sku), variant(id, sku.equals(coat))).expect(200);
        api.as(KU).post("/api/order/skus/" + coat + "/stock-movements?shop=nuanyang",
                Map.of("warehouse", "hangzhou-1", "quantity", 2, "reason", "received")).expect(200);
        assertThat(skus(LIN, id)).containsExactly(coat);
        assertThat(skus(KU, id)).containsExactlyInAnyOrder(coat, cape);
        api.as(TOM).get(path(id, "/skus")).expect(404);

        api.as(KU).post(path(id, "/withdrawal"), null).expect(200);
        Until.it(() -> shop.stock(coat), view -> view.at("/selling").equals("off-sale"));
        assertThat(shop.order(LIN, coat, 1).expect(422).at("/reason")).isEqualTo("sku-off-sale");
        api.as(LIN).get(path(id, "/skus")).expect(404);

        api.as(KU).send("DELETE", path(id, "/withdrawal"), null).expect(200);
        Until.it(() -> shop.stock(coat), view -> view.at("/selling").equals("on-sale"));
        assertThat(shop.stock(cape).at("/selling")).isEqualTo("off-sale");
        assertThat(shop.stock(coat).at("/product/revision")).isEqualTo("3");
        assertThat(shop.order(LIN, coat, 1).expect(201).at("/lines/0/product/productRevision")).isEqualTo("3");
        assertThat(api.as(LIN).get("/api/order/skus/" + coat + "/versions/3?shop=nuanyang").expect(200)
                .at("/product/onSale")).isEqualTo("false");
    }

    @Test
    @DisplayName("O9a by hand a SKU names a product that is there; a system's may come before its product, and follows it")
    void mayComeFirst() {
        var id = "cape-" + Ids.next().substring(24);
        var sku = shop.onTheShelf("cape", "499.00", 0);
        var refused = api.as(KU).with("Accept-Language", "zh-CN").put(skuPath(sku), variant(id, true)).expect(400);
        assertThat(refused.at("/errors/0/field")).isEqualTo("productId");
        assertThat(refused.at("/errors/0/code")).isEqualTo("product-unknown");
        assertThat(refused.http().body()).contains("没有商品 " + id);

        api.as(KU).put(skuPath(sku) + "&system=erp&systemRevision=1", variant(id, true)).expect(200);
        api.as(KU).put(path(id, "") + "&system=erp&systemRevision=1", page("羊绒", List.of())).expect(200);
        Until.it(() -> shop.stock(sku), view -> view.at("/product/facts/材质").equals("羊绒"));
    }

    private static String skuPath(String sku) {
        return "/api/order/skus/" + sku + "?shop=nuanyang";
    }

    private static Map<String, Object> variant(String productId, boolean onSale) {
        return Map.of("productId", productId, "title", "羊毛大衣 灰色 M", "category", "apparel", "price", cny("899.00"),
                "grams", 1450, "returnTerms", Map.of("intact", "textile"), "onSale", onSale);
    }

    private List<String> skus(TestPerson person, String id) {
        return api.as(person).get(path(id, "/skus")).expect(200).json().at("/items").findValuesAsText("sku");
    }

    private List<String> ids(TestPerson person, String more) {
        return api.as(person).get("/api/order/products?shop=nuanyang&limit=200" + more).expect(200).json().at("/items")
                .findValuesAsText("productId");
    }

    private String aProduct(String material, List<String> markets) {
        var id = ("coat-" + Ids.next().substring(24)).toLowerCase(Locale.ROOT);
        api.as(KU).put(path(id, ""), page(material, markets)).expect(200);
        return id;
    }

    private static String path(String id, String rest) {
        return "/api/order/products/" + id + rest + "?shop=nuanyang";
    }

    private static Map<String, Object> page(String material, List<String> markets) {
        return Map.of("title", "羊毛大衣", "category", "apparel", "onSale", true, "markets", markets, "facts",
                Map.of("材质", material));
    }
}
