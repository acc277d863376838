package io.shopcare.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.order.People.KU;
import static io.shopcare.order.People.LIN;
import static io.shopcare.order.People.MEI;
import static io.shopcare.order.People.ZHU;
import static io.shopcare.order.ShopFront.cny;
import static org.assertj.core.api.Assertions.assertThat;

/** Offers and coupons at the door: in words, and used once. */
@OrderServiceTest
class OffersOverHttpTest {
    @Autowired
    private Api api;
    private ShopFront shop;
    private String sku = "";
    private String coupon = "";

    @BeforeEach
    void openTheDoor() {
        shop = new ShopFront(api, "nuanyang");
        sku = shop.onTheShelf("mug", "39.00", 9);
        coupon = "MUGS-" + Ids.next().substring(24);
        var terms = terms("杯子券", true);
        terms.put("threshold", Map.of("spend", cny("78.00"), "off", cny("10.00"), "repeats", false));
        terms.put("perBuyer", 1);
        api.as(ZHU).put("/api/order/offers/" + coupon + "?shop=nuanyang", terms).expect(200);
    }

    @Test
    @DisplayName("O9a a quote says in the caller's language why an offer counts or not, with figures")
    void quotesInWords() {
        var short1 = quote(LIN, "zh-CN", 1).expect(200);
        assertThat(short1.at("/total/amount")).isEqualTo("39.00");
        assertThat(short1.at("/offers/0/message"))
                .isEqualTo("杯子券:满 78.00 CNY 可用,现为 39.00 CNY,还差 39.00 CNY");
        assertThat(quote(LIN, "en", 1).expect(200).at("/offers/0/message"))
                .isEqualTo("杯子券 is given from 78.00 CNY; it is 39.00 CNY, 39.00 CNY short");
        var enough = quote(LIN, "en", 2).expect(200);
        assertThat(enough.at("/total/amount")).isEqualTo("68.00");
        assertThat(enough.at("/lines/0/discount/amount")).isEqualTo("10.00");
        assertThat(quote(MEI, "en", 2).expect(400).http().body()).contains("buyer");
    }

    @Test
    @DisplayName("O9a R7 an order uses its coupon once; cancelled, it comes back; the calculation stays with the order")
    void usesACoupon() {
        var id = order("68.00").expect(201).at("/orderId");
        assertThat(order("68.00").expect(422).at("/reason")).isEqualTo("offer-used-by-buyer");
        var price = api.as(LIN).get("/api/order/orders/" + id + "/calculation").expect(200);
        assertThat(price.at("/offers/0/offerId")).isEqualTo(coupon);
        assertThat(price.at("/offers/0/version")).isEqualTo("1");
        assertThat(price.at("/total/amount")).isEqualTo("68.00");

        api.as(LIN).post("/api/order/orders/" + id + "/cancellation", Map.of("reason", "buyer-request")).expect(200);
        Until.it(() -> quote(LIN, "en", 2).expect(200), quote -> quote.at("/total/amount").equals("68.00"));
        order("67.99").expect(409);
        order("68.00").expect(201);
    }

    @Test
    @DisplayName("O9a an offer for everybody counts without being named; ended it does not; its versions stay")
    void isGivenToEverybody() {
        var offer = "mugs-" + Ids.next().substring(24);
        var path = "/api/order/offers/" + offer;
        var terms = terms("杯子九折", false);
        terms.put("discount", Map.of("perMille", 100));
        terms.put("skus", List.of(sku));
        api.as(KU).put(path + "?shop=nuanyang", terms).expect(403);
        api.as(ZHU).put(path + "?shop=harbor", terms).expect(404);
        api.as(ZHU).put(path + "?shop=nuanyang", terms).expect(200);
        assertThat(quote(LIN, "en", 1).expect(200).at("/total/amount")).isEqualTo("35.10");

        terms.put("threshold", Map.of("spend", cny("1.00"), "off", cny("1.00"), "repeats", false));
        assertThat(api.as(ZHU).put(path + "?shop=nuanyang", terms).expect(400).json().at("/errors/0/code").asText())
                .isEqualTo("one-benefit-only");
        assertThat(api.as(ZHU).post(path + "/end?shop=nuanyang", null).expect(200).at("/version")).isEqualTo("2");
        assertThat(quote(LIN, "en", 1).expect(200).at("/total/amount")).isEqualTo("39.00");
        assertThat(api.as(ZHU).get(path + "/versions/1?shop=nuanyang").expect(200).at("/ended")).isEqualTo("false");
        api.as(LIN).get(path + "?shop=nuanyang").expect(403);
    }

    @Test
    @DisplayName("O1 no list has holes and no time is beyond what can be kept: 400, and the field is named")
    void refusesHoles() {
        var hole = java.util.Collections.singletonList(null);
        assertThat(api.as(LIN).post("/api/order/quotes", Map.of("shop", "nuanyang", "lines", hole)).expect(400)
                .at("/errors/0/field")).startsWith("lines");
        assertThat(api.as(LIN).post("/api/order/orders", Map.of("shop", "nuanyang", "lines", hole, "address",
                ShopFront.anAddress())).expect(400).at("/errors/0/field")).startsWith("lines");
        var path = "/api/order/offers/" + coupon + "?shop=nuanyang";
        var terms = terms("杯子券", true);
        terms.put("bundle", Map.of("parts", hole, "price", cny("1.00")));
        assertThat(api.as(ZHU).put(path, terms).expect(400).at("/errors/0/field")).startsWith("bundle.parts");
        terms.put("bundle", Map.of("parts", List.of(Map.of("sku", sku, "quantity", 2)), "price", cny("1.00")));
        terms.put("until", "+999999999-12-31T23:59:59Z");
        assertThat(api.as(ZHU).put(path, terms).expect(400).at("/errors/0/field")).isEqualTo("until");
    }

    @Test
    @DisplayName("O3 O9a no amount is beyond what can be added up: refused with field, reason and bound, never a 500")
    void refusesWhatCanNotBeAddedUp() {
        var path = "/api/order/offers/" + coupon + "?shop=nuanyang";
        var terms = terms("杯子券", true);
        terms.put("threshold", Map.of("spend", cny("0.01"), "off", cny("999999999999999.99"), "repeats", true));
        var refused = api.as(ZHU).with("Accept-Language", "en").put(path, terms).expect(400);
        assertThat(refused.at("/errors/0/field")).isEqualTo("threshold.off");
        assertThat(refused.at("/errors/0/message")).contains("1000000000");
        terms.put("threshold", Map.of("spend", cny("10.00"), "off", cny("10.01"), "repeats", true));
        assertThat(api.as(ZHU).put(path, terms).expect(400).at("/errors/0/code")).isEqualTo("too-large");
        assertThat(api.as(ZHU).get("/api/order/figures?shop=nuanyang&from=%2B1000000000-12-31T00:00:00Z"
                + "&until=%2B1000000000-12-31T01:00:00Z").expect(400).at("/errors/0/field")).isEqualTo("from");
    }

    private Api.Response quote(io.shopcare.platform.testkit.services.TestPerson person, String language, int units) {
        return api.as(person).with("Accept-Language", language).post("/api/order/quotes", Map.of("shop", "nuanyang",
                "lines", List.of(Map.of("sku", sku, "quantity", units)), "coupons", List.of(coupon)));
    }

    private Api.Response order(String total) {
        return api.as(LIN).post("/api/order/orders", Map.of("shop", "nuanyang", "lines", List.of(Map.of("sku", sku,
                "quantity", 2)), "address", ShopFront.anAddress(), "coupons", List.of(coupon), "total", cny(total)));
    }

    private static Map<String, Object> terms(String name, boolean coupon) {
        return new HashMap<>(Map.of("name", name, "coupon", coupon, "from", "2020-01-01T00:00:00Z", "until",
                "2100-01-01T00:00:00Z"));
    }
}
