package io.shopcare.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.util.Map.entry;

/** What tests do at the shop's front door. */
public final class ShopFront {
    private final Api api;
    private final String shop;

    public ShopFront(Api api, String shop) {
        this.api = api;
        this.shop = shop;
    }

    /** A new SKU with so many in the warehouse. */
    public String onTheShelf(String title, String price, int units) {
        var sku = title.toUpperCase(Locale.ROOT) + "-" + Ids.next().substring(24);
        list(sku, price, true);
        if (units > 0)
            api.as(People.KU).post("/api/order/skus/" + sku + "/stock-movements?shop=" + shop,
                    Map.of("warehouse", "hangzhou-1", "quantity", units, "reason", "received")).expect(200);
        return sku;
    }

    public Api.Response list(String sku, String price, boolean onSale) {
        return api.as(People.KU).put("/api/order/skus/" + sku + "?shop=" + shop, Map.of("title", "羊毛大衣", "category",
                "apparel", "price", cny(price), "grams", 1450, "returnTerms", Map.of("intact", "textile"), "onSale",
                onSale)).expect(200);
    }

    public Api.Response order(TestPerson buyer, String sku, int quantity) {
        return api.as(buyer).post("/api/order/orders", anOrder(sku, quantity));
    }

    public Map<String, Object> anOrder(String sku, int quantity) {
        return Map.of("shop", shop, "lines", List.of(Map.of("sku", sku, "quantity", quantity)), "address",
                anAddress());
    }

    public static Map<String, Object> anAddress() {
        return Map.ofEntries(entry("country", "CN"), entry("divisionCode", "330106"), entry("province", "浙江省"),
                entry("city", "杭州市"), entry("district", "西湖区"), entry("street", "文三路"), entry("detail", "99 号 2 栋 301"),
                entry("name", "林小雨"), entry("phone", "13812345678"), entry("email", "lin@example.com"));
    }

    public static Map<String, Object> cny(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    public Api.Response stock(String sku) {
        return api.as(People.KU).get("/api/order/skus/" + sku + "?shop=" + shop).expect(200);
    }
}
