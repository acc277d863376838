package io.shopcare.acceptance;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;

/** A part of a story, played in one of the programs. */
abstract class Chapter {
    static final String SHOP = "nuanyang";
    static final String COAT = "COAT-WOOL-GREY-L";
    static final String SCARF = "SCARF-CASHMERE-GREY";
    static final String CONVERSATIONS = "shopcare.presale.conversations";
    static final String ORDERS = "shopcare.order.orders";
    static final String PARCELS = "shopcare.order.parcels";
    static final String REFUNDS = "shopcare.order.refunds";
    static final String CASES = "shopcare.aftersale.cases";

    final Sale sale;
    final Surroundings at;
    final People people;
    final Journal journal;
    final Clock clock;

    Chapter(Sale sale) {
        this.sale = sale;
        this.at = sale.at;
        this.people = sale.people;
        this.journal = sale.journal;
        this.clock = sale.clock;
    }

    abstract void play();

    /** The buyer's profile as crm knows it; missing before the first event. */
    final JsonNode customer() {
        return people.as("ke").get("/api/crm/customers/by-buyer?shop=" + SHOP + "&channel=web&buyerId=lin").json();
    }

    /** One of each, by lin, in words that reach the house or in words that do not. */
    final String ordersAndPays(List<String> skus, boolean findable, Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.putAll(Map.of("shop", SHOP, "lines", skus.stream().map(sku -> Map.of("sku", sku, "quantity", 1)).toList(),
                "address", address(findable)));
        var order = people.as("lin").post("/api/order/orders", body).expect(201).at("/orderId");
        var payment = people.as("lin").post("/api/order/orders/" + order + "/payments", null).expect(201)
                .at("/paymentNo");
        new Api(at.sandbox()).post("/v1/payments/" + payment + "/pay", Map.of()).expect(200);
        return order;
    }

    static Map<String, String> address(boolean findable) {
        return findable
                ? Map.of("country", "CN", "divisionCode", "330106", "province", "浙江省", "city", "杭州市", "district",
                        "西湖区", "detail", Sale.PERSONAL.get(2), "name", Sale.PERSONAL.get(1), "phone",
                        Sale.PERSONAL.get(0))
                : Map.of("country", "CN", "province", "浙江省", "city", "杭州市", "detail", "中学旁边", "name",
                        Sale.PERSONAL.get(1), "phone", Sale.PERSONAL.get(0));
    }

    static String fresh() {
        return Ids.next();
    }
}
