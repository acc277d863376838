package io.shopcare.acceptance.failure;

import java.util.List;
import java.util.Map;

import io.shopcare.acceptance.failure.Accepted.Deed;

/** A case that ends with the whole money of an order going back. */
record Refunding(Shop shop, String order, long minor, int units) {

    /** The buyer changed their mind before anything left. */
    void beforeShipping() {
        var theCase = open("refund-not-received", "unwanted");
        agree(theCase, "refund-only", "not-shipped-yet");
        settled(theCase);
    }

    /** The goods come back first. */
    void afterReturn() {
        var theCase = open("return-and-refund", "unwanted");
        agree(theCase, "return-and-refund", "buyers-wish");
        step("lin", theCase, "goods-sent", Map.of("carrier", "shunfeng", "waybill", "SF" + theCase.replaceAll("\\D",
                "0").substring(0, 12)));
        step("shu", theCase, "goods-received", Map.of());
        step("shu", theCase, "grading", Map.of("lines", List.of(Map.of("lineId", "1", "quantity", units, "grade",
                "as-new"))));
        settled(theCase);
    }

    private String open(String kind, String reason) {
        var opened = shop.client().until("aftersale knows " + order, () -> shop.client().command("lin",
                "/api/aftersale/cases", Map.of("shop", Shop.NAME, "orderId", order, "kind", kind, "reason", reason,
                        "lines", List.of(Map.of("lineId", "1", "quantity", units)), "words", "不想要了 " + Shop.TYPED)),
                seen -> seen.status() / 100 == 2);
        return opened.at("/id");
    }

    private void agree(String theCase, String remedy, String fewerReason) {
        step("shu", theCase, "verification", Map.of("verifiedReason", "unwanted"));
        step("shu", theCase, "remedies", Map.of("remedies", List.of(Map.of("kind", remedy)), "fewerReason",
                fewerReason));
        var offered = shop.client().get("lin", "/api/aftersale/cases/" + theCase).expect(200)
                .at("/proposal/remedies/0/remedyId");
        step("lin", theCase, "choice", Map.of("remedyId", offered));
    }

    private void step(String person, String theCase, String step, Map<String, ?> body) {
        shop.client().command(person, "/api/aftersale/cases/" + theCase + "/" + step, body).expect(200);
    }

    private void settled(String theCase) {
        shop.client().until("the refund of case " + theCase,
                () -> shop.client().get("lin", "/api/aftersale/cases/" + theCase),
                seen -> seen.http().body().contains("\"state\":\"closed\"")
                        || seen.http().body().contains("\"state\":\"resolved\""));
        shop.accepted().note(new Deed.CaseSettled(theCase, order, minor));
    }
}
