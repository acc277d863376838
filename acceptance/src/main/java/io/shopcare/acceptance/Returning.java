package io.shopcare.acceptance;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/** One line comes back and is refunded. */
final class Returning extends Chapter {

    Returning(Sale sale) {
        super(sale);
    }

    @Override
    void play() {
        journal.chapter("One line comes back (aftersale-service)");
        journal.step("lin", "wants to return the scarf", () -> {
            var opened = until("aftersale knows the order", () -> people.as("lin").post("/api/aftersale/cases",
                    Map.of("shop", SHOP, "orderId", sale.order, "kind", "return-and-refund", "reason", "unwanted",
                            "lines",
                            List.of(Map.of("lineId", lineOf(SCARF), "quantity", 1)), "words", "颜色不适合我")),
                    answer -> answer.status() == 201);
            sale.theCase = opened.at("/id");
            check("the rule is cited", opened.json().at("/rights").toString().contains("R1"));
            return told(opened.at("/caseNo") + ", the answer cites R1").hearing(CASES, sale.theCase, "case.opened.v1");
        });
        journal.step("shu", "verifies the reason and offers two remedies", () -> {
            people.as("shu").post(casePath("verification"), Map.of("verifiedReason", "unwanted")).expect(200);
            people.as("shu").post(casePath("remedies"), Map.of("remedies", List.of(Map.of("kind", "return-and-refund"),
                    Map.of("kind", "keep-with-partial-refund", "amount", Map.of("amount", "30.00", "currency", "CNY"))),
                    "beyondRule", "留住老客户")).expect(200);
            return told("return and 263.00 back, or keep it with 30.00 back").hearing(CASES, sale.theCase,
                    "remedies.proposed.v1");
        });
        journal.step("lin", "chooses the return, and sends the scarf", () -> {
            var offers = people.as("lin").get("/api/aftersale/cases/" + sale.theCase).expect(200).json()
                    .at("/proposal/remedies");
            var wanted = StreamSupport.stream(offers.spliterator(), false)
                    .filter(offer -> offer.at("/kind").asText().equals("return-and-refund")).findFirst().orElseThrow();
            same("amount of the return", "263.00", wanted.at("/amount/amount").asText());
            people.as("lin").post(casePath("choice"), Map.of("remedyId", wanted.at("/remedyId").asText())).expect(200);
            people.as("lin").post(casePath("goods-sent"), Map.of("carrier", "shunfeng", "waybill", "SF1040099120044"))
                    .expect(200);
            return told("on its way back").hearing(CASES, sale.theCase, "remedy.chosen.v1", "return.authorised.v1",
                    "goods.sent-back.v1");
        });
        journal.step("shu", "has it back, as new: the refund is asked for and paid", () -> {
            people.as("shu").post(casePath("goods-received"), null).expect(200);
            people.as("shu").post(casePath("grading"), Map.of("lines",
                    List.of(Map.of("lineId", lineOf(SCARF), "quantity", 1, "grade", "as-new")))).expect(200);
            return told("263.00 CNY").hearing(CASES, sale.theCase, "goods.received.v1", "goods.graded.v1",
                    "refund.asked.v1", "case.refunded.v1", "case.resolved.v1", "case.closed.v1");
        });
        journal.step("lin", "sees one refund of the right amount, on case and order", () -> {
            same("refunded, by the case", "263.00",
                    people.as("lin").get("/api/aftersale/cases/" + sale.theCase).expect(200).at("/refunded/amount"));
            var refunds = people.as("lin").get("/api/order/orders/" + sale.order + "/refunds").expect(200).json();
            var items = refunds.isArray() ? refunds : refunds.at("/items");
            same("refunds of the order", 1, items.size());
            var refund = items.get(0).at("/refundId").asText();
            same("refunded, by the order", "263.00",
                    people.as("lin").get("/api/order/orders/" + sale.order).expect(200).at("/refunded/amount"));
            return told("263.00 CNY, once").hearing(REFUNDS, refund, "refund.requested.v1", "refund.succeeded.v1");
        });
    }

    private String casePath(String step) {
        return "/api/aftersale/cases/" + sale.theCase + "/" + step;
    }

    private String lineOf(String sku) {
        for (var line : people.as("lin").get("/api/order/orders/" + sale.order).expect(200).json().at("/lines"))
            if (line.at("/sku").asText().equals(sku))
                return line.at("/lineId").asText();
        throw new AssertionError("no line of " + sku);
    }
}
