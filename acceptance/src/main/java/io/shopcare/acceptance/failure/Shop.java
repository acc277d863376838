package io.shopcare.acceptance.failure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.shopcare.acceptance.Carrier;
import io.shopcare.acceptance.Surroundings;
import io.shopcare.platform.testkit.services.Api;

/** The shop of the suite: its articles, its people, and what one needs to run errands in it. */
record Shop(Surroundings at, Client client, Accepted accepted, Clock clock) {
    static final String NAME = "nuanyang";
    static final String WAREHOUSE = "hangzhou-1";
    static final List<String> SKUS = List.of("STRUCK-CUP", "STRUCK-LAMP", "STRUCK-RUG");
    /** In whose name invoices are wanted. */
    static final String TITLE = "林小雨的布艺小屋";
    /** What people type where nobody asked for it: in a chat, with a case. */
    static final String TYPED = "电话 13987654321 微信 xiaoyu_wx_8848 邮箱 xiaoyu.private@example.org 林大伟收,莫干山路 1799 号";
    /** Seeded, so that it can be looked for where it must not be: phone, name, address, e-mail, and what is typed. */
    static final List<String> PERSONAL = List.of("13812345678", "林小雨", "文三路 478 号", "lin.xiaoyu@example.com", "布艺小屋",
            "13987654321", "xiaoyu_wx_8848", "xiaoyu.private@", "林大伟", "莫干山路 1799");

    private static final long PRICE = 4900;

    /** Lists the articles and fills the shelves; an agent comes online. */
    void open() {
        for (var sku : SKUS) {
            list(sku);
            receive(sku, 5_000, "opening-" + sku);
        }
        client.put("mei", "/api/presale/presence?shop=" + NAME, Map.of("state", "online", "capacity", 20, "languages",
                List.of("zh-CN", "en"), "displayName", "小美")).expect(200);
    }

    void list(String sku) {
        client.put("ku", "/api/order/skus/" + sku + "?shop=" + NAME, Map.of("title", sku, "category", "home", "price",
                Map.of("amount", "49.00", "currency", "CNY"), "grams", 350, "onSale", true)).expect(200);
    }

    void receive(String sku, int units, String note) {
        client.command("ku", "/api/order/skus/" + sku + "/stock-movements?shop=" + NAME, Map.of("warehouse", WAREHOUSE,
                "quantity", units, "reason", "received", "note", note)).expect(200);
        accepted.note(new Accepted.Deed.StockReceived(note, units));
    }

    static long price(int units) {
        return PRICE * units;
    }

    static String anySku(Random dice) {
        return SKUS.get(dice.nextInt(SKUS.size()));
    }

    static Map<String, String> address() {
        return Map.of("country", "CN", "divisionCode", "330106", "province", "浙江省", "city", "杭州市", "district", "西湖区",
                "detail", PERSONAL.get(2), "name", PERSONAL.get(1), "phone", PERSONAL.get(0), "email",
                PERSONAL.get(3));
    }

    Carrier carrier() {
        return new Carrier(client.nobody(), "shunfeng", clock);
    }

    Api provider() {
        return new Api(at.sandbox());
    }
}
