package io.shopcare.acceptance;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/**
 * Story S1, shortened, and a return after it: a buyer asks, an agent answers and promises; the order is placed, paid,
 * audited, fulfilled, delivered; a case returns one line and refunds it; the customer's profile shows it all. Can be
 * played again and again on the same data.
 */
final class ASaleThatGoesWell {
    private static final String SHOP = "nuanyang";
    private static final String COAT = "COAT-WOOL-GREY-L";
    private static final String SCARF = "SCARF-CASHMERE-GREY";
    private static final String CONVERSATIONS = "shopcare.presale.conversations";
    private static final String ORDERS = "shopcare.order.orders";
    private static final String PARCELS = "shopcare.order.parcels";
    private static final String REFUNDS = "shopcare.order.refunds";
    private static final String CASES = "shopcare.aftersale.cases";
    /** Seeded personal data: nobody but those who need it may ever see it. */
    static final List<String> PERSONAL = List.of("13812345678", "林小雨", "文三路 478 号", "lin.xiaoyu@example.com");

    private final Surroundings at;
    private final People people;
    private final Journal journal;
    private final Clock clock;
    private final Carrier carrier;
    private String conversation = "";
    private String order = "";
    private String parcel = "";
    private String waybill = "";
    private String theCase = "";
    private JsonNode before = com.fasterxml.jackson.databind.node.MissingNode.getInstance();

    ASaleThatGoesWell(Surroundings at, People people, Journal journal, Clock clock) {
        this.at = at;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
        this.carrier = new Carrier(people.nobody(), "shunfeng", clock);
    }

    void play() {
        prepare();
        consult();
        order();
        fulfil();
        returnALine();
        lookBack();
    }

    String orderId() {
        return order;
    }

    private void prepare() {
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
        before = customer();
    }

    private void consult() {
        journal.chapter("A buyer asks (presale-service)");
        journal.step("lin", "asks: is the grey coat in L there, does it ship today?", () -> {
            conversation = people.as("lin").post("/api/presale/conversations", Map.of("shop", SHOP, "text",
                    "灰色大衣 L 码有货吗?今天能发吗?", "clientMessageId", fresh(), "sku", COAT)).expect(201).at("/id");
            return told("conversation " + conversation).hearing(CONVERSATIONS, conversation, "conversation.opened.v1",
                    "message.posted.v1", "conversation.assigned.v1");
        });
        journal.step("mei", "has it, and sees the product card with live stock", () -> {
            until("mei has the conversation", () -> people.as("mei").get("/api/presale/conversations/" + conversation)
                    .expect(200).at("/agent/id"), "mei"::equals);
            var card = people.as("mei").get("/api/presale/products/" + COAT + "?shop=" + SHOP).expect(200);
            same("availability of the answer", "fresh", card.at("/availability"));
            return told(card.at("/value/stock/available") + " left, asked just now");
        });
        journal.step("both", "talk on sockets through the gateway", this::talk);
        journal.step("mei", "promises a gift box, and shipping today", () -> {
            long proof = lastOwnMessage("mei");
            var promises = "/api/presale/conversations/" + conversation + "/promises";
            people.as("mei").post(promises, Map.of("kind", "packaging", "text", "用礼盒包装", "messageSequence", proof))
                    .expect(201);
            people.as("mei").post(promises, Map.of("kind", "ship-by", "text", "今天发货", "messageSequence", proof, "due",
                    clock.instant().plus(Duration.ofHours(12)).toString())).expect(201);
            return told("two promises").hearing(CONVERSATIONS, conversation, "promise.made.v1");
        });
    }

    private Told talk() {
        try (var lin = Chat.follow(at.gateway(), people.as("lin"), conversation, 0);
                var mei = Chat.follow(at.gateway(), people.as("mei"), conversation, 0)) {
            var answer = "有货的,今天 16 点前下单今天发,送您礼盒。";
            mei.say(conversation, fresh(), answer);
            lin.message(answer);
            var thanks = "好的,那我下单。";
            lin.say(conversation, fresh(), thanks);
            mei.message(thanks);
            lin.message(thanks);
            var numbers = lin.sequences();
            same("messages in order without gaps", numbers.stream().sorted().distinct().toList(), numbers);
            return told("messages 1 to " + numbers.getLast() + " in the same order on both sides");
        }
    }

    private void order() {
        journal.chapter("An order is placed, paid and audited (order-service)");
        journal.step("lin", "orders the coat and the scarf", () -> {
            var placed = people.as("lin").post("/api/order/orders", Map.of("shop", SHOP, "conversationId", conversation,
                    "lines", List.of(Map.of("sku", COAT, "quantity", 1), Map.of("sku", SCARF, "quantity", 1)),
                    "address",
                    address(), "remark", "请用礼盒")).expect(201);
            order = placed.at("/orderId");
            same("total", "1162.00", placed.at("/total/amount"));
            return told(placed.at("/orderNo") + ", 1162.00 CNY").hearing(ORDERS, order, "order.placed.v1");
        });
        journal.step("lin", "pays at the provider, whose signed call-back comes in", () -> {
            var payment = people.as("lin").post("/api/order/orders/" + order + "/payments", null).expect(201)
                    .at("/paymentNo");
            new Api(at.sandbox()).post("/v1/payments/" + payment + "/pay", Map.of()).expect(200);
            return told("payment " + payment).hearing(ORDERS, order, "order.paid.v1", "order.held.v1");
        });
        journal.step("an", "finds it in the audit queue: two promises need a look", () -> {
            var queue = until("the order is in the queue",
                    () -> people.as("an").get("/api/order/audit-queue?shop=" + SHOP + "&limit=200").expect(200).http()
                            .body(),
                    body -> body.contains(order));
            check("the reason is told", queue.contains("promise-needs-a-look"));
            return told("promise-needs-a-look");
        });
        journal.step("mei", "sees the hold beside the chat", () -> {
            until("presale knows of the hold", () -> people.as("mei").get("/api/presale/conversations/" + conversation)
                    .expect(200).http().body(), body -> body.contains("promise-needs-a-look"));
            return told("told at once");
        });
        journal.step("jun", "of another shop finds no such order, and neither does tom", () -> {
            people.as("jun").get("/api/presale/conversations/" + conversation).expect(404);
            people.as("bo").get("/api/order/orders/" + order).expect(404);
            people.as("tom").get("/api/order/orders/" + order).expect(404);
            people.nobody().get("/api/order/orders/" + order).expect(401);
            return told("404, 404, 404; without a token 401");
        });
        journal.step("an", "approves it: the promises can be kept", () -> {
            var caller = people.as("an").with("Idempotency-Key", fresh());
            var path = "/api/order/orders/" + order + "/approval";
            caller.post(path, Map.of("reason", "promise-accepted")).expect(200);
            caller.post(path, Map.of("reason", "promise-accepted")).expect(200);
            return told("approved, and a repeat is answered alike").hearing(ORDERS, order, "order.approved.v1");
        });
    }

    private void fulfil() {
        journal.chapter("The parcel, stage by stage and role by role");
        journal.step("wei", "prints the waybill", () -> {
            parcel = until("a parcel for the order", () -> people.as("wei").get("/api/order/parcels?orderId=" + order)
                    .expect(200).at("/items/0/parcelId"), id -> !id.isEmpty());
            people.as("pei").post(parcelPath("waybill"), null).expect(403);
            people.as("pei").post(parcelPath("picking"), null).expect(409);
            waybill = people.as("wei").post(parcelPath("waybill"), null).expect(200).at("/waybill/number");
            return told(waybill + "; pei may not print, and may not pick before").hearing(PARCELS, parcel,
                    "parcel.created.v1", "waybill.printed.v1");
        });
        journal.step("pei", "picks", () -> {
            people.as("pei").post(parcelPath("picking"), null).expect(200);
            return told("picked").hearing(PARCELS, parcel, "parcel.picked.v1");
        });
        journal.step("jian", "scans a wrong unit: the parcel stops; then every unit, and ticks the promises",
                this::inspect);
        journal.step("bao", "packs", () -> {
            people.as("bao").post(parcelPath("packing"), null).expect(200);
            return told("packed").hearing(PARCELS, parcel, "parcel.packed.v1");
        });
        journal.step("cheng", "weighs", () -> {
            int expected = people.as("cheng").get("/api/order/parcels/" + parcel).expect(200).json()
                    .at("/expectedGrams").asInt();
            people.as("cheng").post(parcelPath("weighing"), Map.of("grams", expected + 12)).expect(200);
            return told(expected + 12 + " g, " + expected + " g expected").hearing(PARCELS, parcel,
                    "parcel.weighed.v1");
        });
        journal.step("ku", "hands it to the carrier", () -> {
            people.as("ku").post(parcelPath("handover"), null).expect(200);
            return told("shipped").hearing(PARCELS, parcel, "parcel.shipped.v1").hearing(ORDERS, order,
                    "order.shipped.v1");
        });
        journal.step("顺丰", "pushes scans late, twice and out of order, and a forged one", () -> {
            var now = clock.instant();
            check("a forged scan is refused", carrier.forged(waybill, now) == 401);
            var pushes = new ArrayList<Integer>();
            pushes.add(carrier.push(waybill, "0", now.minusSeconds(20), "杭州转运中心", "到达"));
            pushes.add(carrier.push(waybill, "1", now.minusSeconds(60), "杭州", "已揽收"));
            pushes.add(carrier.delivered(waybill, now));
            pushes.add(carrier.delivered(waybill, now));
            check("every true scan is taken: " + pushes, pushes.stream().allMatch(status -> status / 100 == 2));
            return told("delivered").hearing(PARCELS, parcel, "tracking.updated.v1", "parcel.delivered.v1")
                    .hearing(ORDERS, order, "order.delivered.v1");
        });
        journal.step("lin", "confirms that it is there", () -> {
            people.as("lin").post("/api/order/orders/" + order + "/receipt", null).expect(200);
            return told("received").hearing(ORDERS, order, "order.received.v1", "order.completed.v1");
        });
        journal.step("mei", "sums up and closes the conversation", () -> {
            var path = "/api/presale/conversations/" + conversation;
            people.as("mei").post(path + "/wrap-up", Map.of("need", "stock", "process", "确认库存,推荐围巾", "solution",
                    "买家已下单", "feedback", "满意", "solved", true)).expect(200);
            people.as("mei").post(path + "/closure", Map.of("reason", "买家已收货")).expect(200);
            return told("closed").hearing(CONVERSATIONS, conversation, "conversation.resolved.v1",
                    "conversation.closed.v1");
        });
    }

    private Told inspect() {
        var promises = StreamSupport.stream(people.as("jian").get("/api/order/orders/" + order).expect(200).json()
                .at("/promises").spliterator(), false).map(promise -> promise.at("/promise/promiseId").asText())
                .toList();
        same("promises on the order", 2, promises.size());
        var wrong = people.as("jian").post(parcelPath("inspection"), Map.of("units",
                List.of(Map.of("sku", COAT, "quantity", 2)), "promisesKept", promises)).expect(200);
        check("the parcel stays: " + wrong.at("/state/stage"), !wrong.at("/state/stage").equals("inspected"));
        people.as("jian").post(parcelPath("inspection"), Map.of("units", List.of(Map.of("sku", COAT, "quantity", 1),
                Map.of("sku", SCARF, "quantity", 1)), "promisesKept", promises)).expect(200);
        return told("stopped once, then right").hearing(PARCELS, parcel, "parcel.inspected.v1");
    }

    private void returnALine() {
        journal.chapter("One line comes back (aftersale-service)");
        journal.step("lin", "wants to return the scarf", () -> {
            var opened = until("aftersale knows the order", () -> people.as("lin").post("/api/aftersale/cases",
                    Map.of("shop", SHOP, "orderId", order, "kind", "return-and-refund", "reason", "unwanted", "lines",
                            List.of(Map.of("lineId", lineOf(SCARF), "quantity", 1)), "words", "颜色不适合我")),
                    answer -> answer.status() == 201);
            theCase = opened.at("/id");
            check("the rule is cited", opened.json().at("/rights").toString().contains("R1"));
            return told(opened.at("/caseNo") + ", the answer cites R1").hearing(CASES, theCase, "case.opened.v1");
        });
        journal.step("shu", "verifies the reason and offers two remedies", () -> {
            people.as("shu").post(casePath("verification"), Map.of("verifiedReason", "unwanted")).expect(200);
            people.as("shu").post(casePath("remedies"), Map.of("remedies", List.of(Map.of("kind", "return-and-refund"),
                    Map.of("kind", "keep-with-partial-refund", "amount", Map.of("amount", "30.00", "currency", "CNY"))),
                    "beyondRule", "留住老客户")).expect(200);
            return told("return and 263.00 back, or keep it with 30.00 back").hearing(CASES, theCase,
                    "remedies.proposed.v1");
        });
        journal.step("lin", "chooses the return, and sends the scarf", () -> {
            var offers = people.as("lin").get("/api/aftersale/cases/" + theCase).expect(200).json()
                    .at("/proposal/remedies");
            var wanted = StreamSupport.stream(offers.spliterator(), false)
                    .filter(offer -> offer.at("/kind").asText().equals("return-and-refund")).findFirst().orElseThrow();
            same("amount of the return", "263.00", wanted.at("/amount/amount").asText());
            people.as("lin").post(casePath("choice"), Map.of("remedyId", wanted.at("/remedyId").asText())).expect(200);
            people.as("lin").post(casePath("goods-sent"), Map.of("carrier", "shunfeng", "waybill", "SF1040099120044"))
                    .expect(200);
            return told("on its way back").hearing(CASES, theCase, "remedy.chosen.v1", "return.authorised.v1",
                    "goods.sent-back.v1");
        });
        journal.step("shu", "has it back, as new: the refund is asked for and paid", () -> {
            people.as("shu").post(casePath("goods-received"), null).expect(200);
            people.as("shu").post(casePath("grading"), Map.of("lines",
                    List.of(Map.of("lineId", lineOf(SCARF), "quantity", 1, "grade", "as-new")))).expect(200);
            return told("263.00 CNY").hearing(CASES, theCase, "goods.received.v1", "goods.graded.v1",
                    "refund.asked.v1", "case.resolved.v1", "case.closed.v1");
        });
        journal.step("lin", "sees one refund of the right amount, on case and order", () -> {
            same("refunded, by the case", "263.00",
                    people.as("lin").get("/api/aftersale/cases/" + theCase).expect(200).at("/refunded/amount"));
            var refunds = people.as("lin").get("/api/order/orders/" + order + "/refunds").expect(200).json();
            var items = refunds.isArray() ? refunds : refunds.at("/items");
            same("refunds of the order", 1, items.size());
            var refund = items.get(0).at("/refundId").asText();
            same("refunded, by the order", "263.00",
                    people.as("lin").get("/api/order/orders/" + order).expect(200).at("/refunded/amount"));
            return told("263.00 CNY, once").hearing(REFUNDS, refund, "refund.requested.v1", "refund.succeeded.v1");
        });
    }

    private void lookBack() {
        journal.chapter("The customer's whole trail (crm-service)");
        journal.step("ke", "sees one more order, its payment and its refund in the figures", () -> {
            var now = until("the figures are there", this::customer,
                    customer -> minor(customer, "refunded") - minor(before, "refunded") == 26300);
            same("orders paid", before.at("/figures/ordersPaid").asInt() + 1, now.at("/figures/ordersPaid").asInt());
            same("paid", minor(before, "paid") + 116200, minor(now, "paid"));
            same("net", minor(before, "net") + 89900, minor(now, "net"));
            check("a score that can be explained: " + now.at("/rfm"), now.at("/rfm/cutPoints").isTextual());
            return told("net +899.00 CNY, group " + now.at("/group").asText());
        });
        journal.step("ke", "reads the timeline: conversation, order, parcel, refund, case", () -> {
            var id = customer().at("/customerId").asText();
            until("the trail is whole", () -> people.as("ke").get("/api/crm/customers/" + id + "/timeline?limit=200")
                    .expect(200).http().body(),
                    body -> List.of(conversation, order, parcel, theCase).stream()
                            .allMatch(body::contains));
            return told("all of them");
        });
        journal.step("lin", "was told by mail, each thing once", () -> {
            var number = people.as("lin").get("/api/order/orders/" + order).expect(200).at("/orderNo");
            var subjects = until("mails about the order", () -> subjectsNaming(number), told -> told.size() >= 6 && told.stream().anyMatch(one -> one.contains("退款 263")));
            same("mails about the refund", 1L, subjects.stream().filter(told -> told.contains("退款 263")).count()
                    + subjects.stream().filter(told -> told.endsWith("已退款")).count());
            same("mails without repeats", List.copyOf(new java.util.LinkedHashSet<>(subjects)), subjects);
            return told(subjects.size() + " mails");
        });
    }

    private List<String> subjectsNaming(String number) {
        var mails = new Api(at.mail()).get("/api/mails?to=" + PERSONAL.get(3)).expect(200).json().at("/items");
        return StreamSupport.stream(mails.spliterator(), false).filter(mail -> mail.toString().contains(number))
                .map(mail -> mail.at("/subject").asText()).toList();
    }

    private String available(String sku) {
        return people.as("lin").get("/api/order/skus/" + sku + "?shop=" + SHOP).expect(200).at("/stock/available");
    }

    private JsonNode customer() {
        return people.as("ke").get("/api/crm/customers/by-buyer?shop=" + SHOP + "&channel=web&buyerId=lin").json();
    }

    private static long minor(JsonNode customer, String figure) {
        for (var spending : customer.at("/figures/spending"))
            if (spending.at("/currency").asText().equals("CNY"))
                return new java.math.BigDecimal(spending.at("/" + figure + "/amount").asText()).movePointRight(2)
                        .longValueExact();
        return 0;
    }

    private long lastOwnMessage(String name) {
        var messages = people.as(name).get("/api/presale/conversations/" + conversation + "/messages?limit=200")
                .expect(200).json().at("/items");
        long last = 0;
        for (var message : messages)
            if (message.at("/author/id").asText().equals(name))
                last = message.at("/seq").asLong();
        return last;
    }

    private String lineOf(String sku) {
        for (var line : people.as("lin").get("/api/order/orders/" + order).expect(200).json().at("/lines"))
            if (line.at("/sku").asText().equals(sku))
                return line.at("/lineId").asText();
        throw new AssertionError("no line of " + sku);
    }

    private static Map<String, String> address() {
        return Map.of("country", "CN", "divisionCode", "330106", "province", "浙江省", "city", "杭州市", "district", "西湖区",
                "detail", PERSONAL.get(2), "name", PERSONAL.get(1), "phone", PERSONAL.get(0), "email", PERSONAL.get(3));
    }

    private String parcelPath(String stage) {
        return "/api/order/parcels/" + parcel + "/" + stage;
    }

    private String casePath(String step) {
        return "/api/aftersale/cases/" + theCase + "/" + step;
    }

    private static String fresh() {
        return Ids.next();
    }
}
