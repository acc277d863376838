package io.shopcare.acceptance;

import java.util.List;
import java.util.Map;

import static io.shopcare.acceptance.Told.told;

/** The shelf is full and the agent is there. */
final class Preparing extends Chapter {

    Preparing(Sale sale) {
        super(sale);
    }

    @Override
    void play() {
        journal.chapter("Before the day begins");
        journal.step("ku", "books five coats and five scarves more into stock", () -> {
            for (var sku : List.of(COAT, SCARF))
                people.as("ku").post("/api/order/skus/" + sku + "/stock-movements?shop=" + SHOP,
                        Map.of("warehouse", "hangzhou-1", "quantity", 5, "reason", "received")).expect(200);
            return told(available(COAT) + " coats available");
        });
        journal.step("mei", "comes online for five conversations", () -> told(people.as("mei")
                .put("/api/presale/presence?shop=" + SHOP,
                        Map.of("state", "online", "capacity", 5, "languages", List.of("zh-CN", "en"), "displayName",
                                "小美"))
                .expect(200).at("/state")));
        sale.before = customer();
    }

    private String available(String sku) {
        return people.as("lin").get("/api/order/skus/" + sku + "?shop=" + SHOP).expect(200).at("/stock/available");
    }
}
