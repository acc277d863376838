package io.shopcare.order.rules;

import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.order.Explained;
import io.shopcare.order.FakeProvider;
import io.shopcare.order.OrderServiceTest;
import io.shopcare.order.ShopFront;
import io.shopcare.order.Until;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** A shop's rules are changed without a release. In harbor: the other tests of this context go by nuanyang's. */
@OrderServiceTest
@Tag("O6")
class RuleSetsOverHttpTest {
    private static final TestPerson BOSS = TestPerson.staff("guan", "manager", "harbor");
    private static final TestPerson AUDITOR = TestPerson.staff("bo", "auditor", "harbor");
    private static final TestPerson STRANGER = TestPerson.staff("zhu", "supervisor", "nuanyang");
    private static final TestPerson PACKER = TestPerson.staff("bao", "packer", "harbor");
    private static final TestPerson TOM = TestPerson.buyer("tom", "harbor");
    private static final TestPerson KEEPER = TestPerson.staff("ku", "store-keeper", "harbor");
    private static final String CURRENT = "/api/order/rule-sets/current?shop=harbor";

    @Autowired
    private Api api;
    @Autowired
    private FakeProvider provider;
    @Autowired
    private MongoDatabase database;

    @Test
    @DisplayName("O6 drafted, read, activated over what was seen, named by the next audit; a warning holds nothing")
    void changesTheRules() {
        var before = api.as(AUDITOR).get(CURRENT).expect(200);
        var strict = draft(Map.of("amount-is-within-the-limit", Map.of("says", "hold", "settings", Map.of("limits",
                List.of(Map.of("amount", "13.00", "currency", "USD")))), "nothing-like-it-was-ordered",
                Map.of("says", "warn", "settings", Map.of("withinMinutes", 60)))).expect(201);
        assertThat(strict.at("/state")).isEqualTo("draft");
        assertThat(api.as(AUDITOR).get(CURRENT).at("/version")).isEqualTo(before.at("/version"));

        var path = "/api/order/rule-sets/" + strict.at("/ruleSetId");
        api.as(BOSS).post(path + "/activation", Map.of("note", "too many")).expect(400);
        var key = Ids.next();
        var etag = before.header("ETag");
        for (int twice = 0; twice < 2; twice++)
            assertThat(api.as(BOSS).with("If-Match", etag).with("Idempotency-Key", key).post(path + "/activation",
                    Map.of("note", "many frauds")).expect(200).at("/version")).isEqualTo(strict.at("/version"));
        api.as(BOSS).with("If-Match", etag).post(path + "/activation", Map.of()).expect(412);
        assertThat(api.as(AUDITOR).get(path).expect(200).at("/state")).isEqualTo("active");
        assertThat(api.as(AUDITOR).get(CURRENT).at("/activations/0/note")).isEqualTo("many frauds");

        var first = aPaidOrder(3);
        assertThat(first.at("/state/audit")).as("bad phone, bad address: those rules are off").isEqualTo("approved");
        assertThat(first.at("/audit/ruleSetVersion")).isEqualTo(strict.at("/version"));
        var second = aPaidOrder(3);
        assertThat(second.at("/state/audit")).isEqualTo("approved");
        assertThat(second.json().at("/audit/findings")).filteredOn(finding -> finding.at("/rule").asText()
                .equals("nothing-like-it-was-ordered")).singleElement().satisfies(finding -> {
                    assertThat(finding.at("/verdict").asText()).isEqualTo("warn");
                    assertThat(finding.at("/code").asText()).isEqualTo("duplicate-order");
                });
        var large = aPaidOrder(6);
        assertThat(large.at("/holds/0/code")).isEqualTo("amount-above-limit");
        assertThat(large.json().at("/holds/0/figures").toString()).contains("15.90", "13.00");
    }

    @Test
    @DisplayName("O6 who may read, who may change, and what a wrong setting is told")
    void isForThoseInCharge() {
        var rules = Map.of("phone-is-valid", Map.of("says", "hold"));
        api.as(AUDITOR).post("/api/order/rule-sets", body(rules)).expect(403);
        api.as(STRANGER).post("/api/order/rule-sets", body(rules)).expect(404);
        api.as(STRANGER).get(CURRENT).expect(404);
        api.as(PACKER).get(CURRENT).expect(403);
        api.as(TOM).get(CURRENT).expect(403);
        var set = draft(rules).expect(201).at("/ruleSetId");
        api.as(STRANGER).get("/api/order/rule-sets/" + set).expect(404);
        api.as(STRANGER).with("If-Match", "\"0\"").post("/api/order/rule-sets/" + set + "/activation", Map.of())
                .expect(404);

        var wrong = api.as(BOSS).with("Accept-Language", "zh-CN").post("/api/order/rule-sets", body(Map.of(
                "nothing-to-merge-with", Map.of("says", "warn", "settings", Map.of("withinHours", 721))))).expect(400);
        assertThat(wrong.at("/errors/0/field")).isEqualTo("rules.nothing-to-merge-with.settings.withinHours");
        assertThat(wrong.at("/errors/0/code")).isEqualTo("too-large");
        assertThat(wrong.at("/errors/0/message")).isEqualTo("不能大于 720");
        assertThat(draft(Map.of("x", Map.of("says", "hold"))).expect(400).at("/errors/0/field")).isEqualTo("rules.x");
        assertThat(draft(Map.of("phone-is-valid", Map.of("says", "shout"))).expect(400).at("/errors/0/code"))
                .isEqualTo("unknown-value");
        draft(Map.of("phone-is-valid", Map.of())).expect(400);
        var late = Map.of("shop", "harbor", "rules", rules, "auditAfterMinutes", 1441);
        assertThat(api.as(BOSS).post("/api/order/rule-sets", late).expect(400).at("/errors/0/field"))
                .isEqualTo("auditAfterMinutes");
        assertThat(api.as(BOSS).post("/api/order/rule-sets", Map.of("shop", "harbor", "rules", rules,
                "auditAfterMinutes", 10)).expect(201).json().at("/auditAfterMinutes").asInt()).isEqualTo(10);
    }

    @Test
    @DisplayName("O6 the versions of a shop, page by page along an index; the rules that there are, with their settings")
    void lists() {
        for (int i = 0; i < 3; i++)
            draft(Map.of("phone-is-valid", Map.of("says", "hold"))).expect(201);
        var page = api.as(AUDITOR).get("/api/order/rule-sets?shop=harbor&limit=2").expect(200);
        assertThat(page.json().at("/items")).hasSize(2);
        var more = api.as(AUDITOR).get("/api/order/rule-sets?shop=harbor&limit=2&after=" + page.at("/next"))
                .expect(200);
        assertThat(more.json().at("/items/0/number").asInt()).isEqualTo(page.json().at("/items/1/number").asInt() - 1);
        Explained.usesIndex(new RuleSetList(database).query("harbor", null, 50), "shop_1_state.number_-1");
        assertThat(api.as(AUDITOR).get("/api/order/audit-rules").expect(200).json()).anySatisfy(rule -> {
            assertThat(rule.at("/rule").asText()).isEqualTo("refunds-are-few");
            assertThat(rule.at("/settings/atMost").asText()).isEqualTo("whole number, from 0 to 100");
            assertThat(rule.at("/standard/says").asText()).isEqualTo("warn");
        }).anySatisfy(rule -> assertThat(rule.at("/settings/flags").asText())
                .startsWith("list of one of red, yellow").endsWith("may be left out"));
    }

    private Api.Response draft(Map<String, ?> rules) {
        return api.as(BOSS).post("/api/order/rule-sets", body(rules));
    }

    private static Map<String, Object> body(Map<String, ?> rules) {
        return Map.of("shop", "harbor", "note", "a try", "rules", rules);
    }

    /** One dollar a piece, freight 9.90, an address and a phone that the product's rules would hold. */
    private Api.Response aPaidOrder(int units) {
        var sku = "MUG-RULES";
        api.as(KEEPER).put("/api/order/skus/" + sku + "?shop=harbor", Map.of("title", "mug", "category", "home",
                "price", Map.of("amount", "1.00", "currency", "USD"), "grams", 1, "onSale", true)).expect(200);
        api.as(KEEPER).post("/api/order/skus/" + sku + "/stock-movements?shop=harbor", Map.of("warehouse", "boston",
                "quantity", units, "reason", "received")).expect(200);
        var placed = api.as(TOM).post("/api/order/orders", Map.of("shop", "harbor", "lines", List.of(Map.of("sku", sku,
                "quantity", units)), "address", Map.of("country", "US", "detail", "Main Street", "name", "Tom", "phone",
                        "1")))
                .expect(201);
        var id = placed.at("/orderId");
        var payment = api.as(TOM).post("/api/order/orders/" + id + "/payments", "{}").expect(201);
        provider.tell(api, "payment.succeeded", "n-" + id, payment.at("/paymentNo"), placed.at("/total/amount"), "USD")
                .expect(204);
        return Until.it(() -> api.as(AUDITOR).get("/api/order/orders/" + id).expect(200),
                order -> order.at("/state/audit").matches("approved|held"));
    }
}
