package io.shopcare.acceptance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/**
 * Story S2: under rules that were tried on past orders and turned on, the same buyer orders the same two articles twice, to
 * an address at which nobody can be found. The audit holds both; the buyer is asked through presale and gives the address; the second order is cancelled and refunded, its
 * stock comes back; of two auditors who press approve in the same second one succeeds and the other hears who.
 */
final class AnOrderThatMustBeStopped extends Chapter {
    private static final List<String> BOTH = List.of(COAT, SCARF);

    private final StricterRules rules = new StricterRules(sale);
    private String second = "";
    private String availableBefore = "";

    AnOrderThatMustBeStopped(Surroundings at, People people, Journal journal, Clock clock) {
        super(new Sale(at, people, journal, clock));
    }

    @Override
    void play() {
        try {
            enoughOnTheShelf();
            rules.play();
            twice();
            resolve();
            decide();
        } finally {
            if (rules.wereSeen())
                journal.step("zhu", "goes back to the rules of before", rules::undo);
        }
    }

    private void enoughOnTheShelf() {
        journal.step("ku", "has enough coats and scarves on the shelf", () -> {
            for (var sku : BOTH)
                people.as("ku").post("/api/order/skus/" + sku + "/stock-movements?shop=" + SHOP,
                        Map.of("warehouse", "hangzhou-1", "quantity", 3, "reason", "received")).expect(200);
            return told("three more of each");
        });
    }

    private void twice() {
        journal.chapter("The same order twice, to nowhere (S2)");
        journal.step("lin", "asks, and mei promises a gift box", this::consult);
        journal.step("lin", "orders a coat and a scarf, and pays", () -> {
            sale.order = ordersAndPays(BOTH, false, Map.of("conversationId", sale.conversation));
            availableBefore = available(COAT);
            return told("held").hearing(ORDERS, sale.order, "order.placed.v1", "order.paid.v1", "order.held.v1");
        });
        journal.step("lin", "does so once more within the same minutes", () -> {
            second = ordersAndPays(BOTH, false, Map.of());
            return told("held").hearing(ORDERS, second, "order.placed.v1", "order.paid.v1", "order.held.v1");
        });
    }

    private void resolve() {
        journal.chapter("The auditor asks, the buyer answers");
        journal.step("an", "finds both in the queue, with all reasons at once", () -> {
            var queue = queue("");
            check("both are there", ids(queue).containsAll(List.of(sale.order, second)));
            check("address", reasons(sale.order).contains("address-incomplete"));
            check("address of the second", reasons(second).contains("address-incomplete"));
            check("the twin is held for it: " + reasons(second), reasons(second).contains("duplicate-order"));
            same("by the rules that were turned on", rules.version(), people.as("an").get("/api/order/orders/"
                    + second).expect(200).at("/audit/ruleSetVersion"));
            return told(String.join(", ", findings(sale.order)) + "; " + String.join(", ", findings(second)));
        });
        journal.step("mei", "sees the hold beside the chat", () -> {
            until("presale knows", () -> people.as("mei").get("/api/presale/conversations/" + sale.conversation)
                    .expect(200).http().body(), body -> body.contains("address-incomplete"));
            return told("told at once");
        });
        journal.step("an", "asks the buyer for the address, through presale", () -> {
            people.as("an").post("/api/order/orders/" + sale.order + "/questions",
                    Map.of("to", "buyer", "about", "address")).expect(200);
            check("it waits for the buyer now", !ids(queue("")).contains(sale.order));
            check("apart from what can be decided", ids(queue("&waitsFor=buyer")).contains(sale.order));
            return told("out of the queue until then").hearing(ORDERS, sale.order, "order.question-asked.v1");
        });
        journal.step("lin", "finds the question on an order card in the chat", () -> {
            var card = until("the card", () -> card(sale.order), text -> !text.isEmpty());
            same("what is asked on the order", "address", people.as("lin").get("/api/order/orders/" + sale.order)
                    .expect(200).at("/questions/0/about"));
            return told(card.substring(0, Math.min(24, card.length())) + "...");
        });
        journal.step("lin", "gives district, street and number; the audit looks again by itself", () -> {
            people.as("lin").post("/api/order/orders/" + sale.order + "/address", address(true)).expect(200);
            until("the promise is all that is left", () -> reasons(sale.order),
                    left -> !left.contains("address-incomplete") && left.contains("promise-needs-a-look"));
            return told("promise-needs-a-look is left").hearing(ORDERS, sale.order, "order.address-changed.v1",
                    "order.question-ended.v1", "order.hold-released.v1");
        });
    }

    private void decide() {
        journal.chapter("One is cancelled, the other approved, once");
        journal.step("an", "cancels the duplicate", () -> {
            people.as("an").post("/api/order/orders/" + second + "/cancellation", Map.of("reason", "duplicate"))
                    .expect(200);
            return told("cancelled").hearing(ORDERS, second, "order.cancelled.v1");
        });
        journal.step("shop", "pays all of it back, and has its stock again", () -> {
            var refund = until("the refund", () -> people.as("an").get("/api/order/orders/" + second + "/refunds")
                    .expect(200).json().at("/items/0"), found -> found.at("/refundId").isTextual());
            same("amount", "1162.00", refund.at("/amount/amount").asText());
            until("the stock is back", () -> available(COAT), availableBefore::equals);
            return told("1162.00 CNY").hearing(REFUNDS, refund.at("/refundId").asText(), "refund.requested.v1",
                    "refund.succeeded.v1");
        });
        journal.step("an,hai", "press approve in the same second: one is first, the other hears who", this::race);
        journal.step("an", "reads the whole story on the order's timeline", () -> {
            var types = new ArrayList<String>();
            people.as("an").get("/api/order/orders/" + sale.order + "/timeline?limit=200").expect(200).json()
                    .at("/items").forEach(entry -> types.add(entry.at("/type").asText()));
            check("all of it: " + types, types.containsAll(List.of("order.held.v1", "order.question-asked.v1",
                    "order.address-changed.v1", "order.question-ended.v1", "order.approved.v1")));
            return told(types.size() + " events");
        });
        journal.step("mei", "sums up and closes the conversation", () -> {
            var path = "/api/presale/conversations/" + sale.conversation;
            people.as("mei").post(path + "/wrap-up", Map.of("need", "order", "process", "补全地址", "solution", "已审核",
                    "solved", true)).expect(200);
            people.as("mei").post(path + "/closure", Map.of("reason", "地址已补全")).expect(200);
            return told("closed");
        });
    }

    private Told race() {
        var path = "/api/order/orders/" + sale.order + "/approval";
        var answers = new ArrayList<Api.Response>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var presses = List.of("an", "hai").stream().<Callable<Api.Response>>map(
                    who -> () -> people.as(who).post(path, Map.of("reason", "promise-accepted"))).toList();
            for (Future<Api.Response> answer : threads.invokeAll(presses))
                answers.add(answer.get());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        var statuses = answers.stream().map(answer -> answer.status()).sorted().toList();
        same("answers", List.of(200, 409), statuses);
        var late = answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
        same("reason", "already-decided", late.at("/reason"));
        return told(late.at("/detail")).hearing(ORDERS, sale.order, "order.approved.v1");
    }

    private Told consult() {
        people.as("mei").put("/api/presale/presence?shop=" + SHOP, Map.of("state", "online", "capacity", 5,
                "languages", List.of("zh-CN", "en"), "displayName", "小美")).expect(200);
        sale.conversation = people.as("lin").post("/api/presale/conversations", Map.of("shop", SHOP, "text",
                "大衣可以用礼盒吗?", "clientMessageId", fresh(), "sku", COAT)).expect(201).at("/id");
        var path = "/api/presale/conversations/" + sale.conversation;
        until("mei has it", () -> people.as("mei").get(path).expect(200).at("/agent/id"), "mei"::equals);
        var said = people.as("mei").post(path + "/messages", Map.of("text", "可以的,用礼盒包装。", "clientMessageId",
                fresh())).expect(201).json().at("/seq").asInt();
        people.as("mei").post(path + "/promises", Map.of("kind", "packaging", "text", "用礼盒包装", "messageSequence",
                said)).expect(201);
        return told("a gift box").hearing(CONVERSATIONS, sale.conversation, "promise.made.v1");
    }

    /** The words on the last card of this order in the buyer's open conversation. */
    private String card(String order) {
        var text = "";
        for (var message : people.as("lin").get("/api/presale/conversations/" + sale.conversation
                + "/messages?limit=200").expect(200).json().at("/items"))
            if (message.at("/orderId").asText().equals(order))
                text = message.at("/text").asText();
        return text;
    }

    private JsonNode queue(String which) {
        return people.as("an").get("/api/order/audit-queue?shop=" + SHOP + "&limit=200" + which).expect(200).json();
    }

    private static List<String> ids(JsonNode queue) {
        return queue.at("/items").findValuesAsText("orderId");
    }

    private List<String> reasons(String order) {
        var open = new ArrayList<String>();
        people.as("an").get("/api/order/orders/" + order).expect(200).json().at("/holds").forEach(hold -> {
            if (!hold.hasNonNull("release"))
                open.add(hold.at("/code").asText());
        });
        return open;
    }

    /** What the rules said, warnings too. */
    private List<String> findings(String order) {
        var codes = new ArrayList<String>();
        people.as("an").get("/api/order/orders/" + order).expect(200).json().at("/audit/findings").forEach(finding -> {
            if (finding.hasNonNull("code"))
                codes.add(finding.at("/code").asText());
        });
        return codes;
    }

    private String available(String sku) {
        return people.as("lin").get("/api/order/skus/" + sku + "?shop=" + SHOP).expect(200).at("/stock/available");
    }
}
