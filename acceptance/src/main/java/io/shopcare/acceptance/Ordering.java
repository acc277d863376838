package io.shopcare.acceptance;

import java.util.List;
import java.util.Map;

import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/** An order is placed, paid, held by the audit and approved. */
final class Ordering extends Chapter {

    Ordering(Sale sale) {
        super(sale);
    }

    @Override
    void play() {
        journal.chapter("An order is placed, paid and audited (order-service)");
        journal.step("lin", "orders the coat and the scarf", () -> {
            var placed = people.as("lin")
                    .post("/api/order/orders", Map.of("shop", SHOP, "conversationId", sale.conversation,
                            "lines", List.of(Map.of("sku", COAT, "quantity", 1), Map.of("sku", SCARF, "quantity", 1)),
                            "address",
                            address(), "remark", "请用礼盒"))
                    .expect(201);
            sale.order = placed.at("/orderId");
            same("total", "1162.00", placed.at("/total/amount"));
            return told(placed.at("/orderNo") + ", 1162.00 CNY").hearing(ORDERS, sale.order, "order.placed.v1");
        });
        journal.step("lin", "pays at the provider, whose signed call-back comes in", () -> {
            var payment = people.as("lin").post("/api/order/orders/" + sale.order + "/payments", null).expect(201)
                    .at("/paymentNo");
            new Api(at.sandbox()).post("/v1/payments/" + payment + "/pay", Map.of()).expect(200);
            return told("payment " + payment).hearing(ORDERS, sale.order, "order.paid.v1", "order.held.v1");
        });
        journal.step("an", "finds it in the audit queue: two promises need a look", () -> {
            var queue = until("the order is in the queue",
                    () -> people.as("an").get("/api/order/audit-queue?shop=" + SHOP + "&limit=200").expect(200).http()
                            .body(),
                    body -> body.contains(sale.order));
            check("the reason is told", queue.contains("promise-needs-a-look"));
            return told("promise-needs-a-look");
        });
        journal.step("mei", "sees the hold beside the chat", () -> {
            until("presale knows of the hold",
                    () -> people.as("mei").get("/api/presale/conversations/" + sale.conversation)
                            .expect(200).http().body(),
                    body -> body.contains("promise-needs-a-look"));
            return told("told at once");
        });
        journal.step("jun", "of another shop finds no such order, and neither does tom", () -> {
            people.as("jun").get("/api/presale/conversations/" + sale.conversation).expect(404);
            people.as("bo").get("/api/order/orders/" + sale.order).expect(404);
            people.as("tom").get("/api/order/orders/" + sale.order).expect(404);
            people.nobody().get("/api/order/orders/" + sale.order).expect(401);
            return told("404, 404, 404; without a token 401");
        });
        journal.step("an", "approves it: the promises can be kept", () -> {
            var caller = people.as("an").with("Idempotency-Key", fresh());
            var path = "/api/order/orders/" + sale.order + "/approval";
            caller.post(path, Map.of("reason", "promise-accepted")).expect(200);
            caller.post(path, Map.of("reason", "promise-accepted")).expect(200);
            return told("approved, and a repeat is answered alike").hearing(ORDERS, sale.order, "order.approved.v1");
        });
    }

    private static Map<String, String> address() {
        return Map.of("country", "CN", "divisionCode", "330106", "province", "浙江省", "city", "杭州市", "district", "西湖区",
                "detail", Sale.PERSONAL.get(2), "name", Sale.PERSONAL.get(1), "phone", Sale.PERSONAL.get(0), "email",
                Sale.PERSONAL.get(3));
    }
}
