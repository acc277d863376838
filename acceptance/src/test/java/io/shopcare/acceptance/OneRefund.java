package io.shopcare.acceptance;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/** S8: two agents press refund, the provider takes the money and falls silent, and order-service is killed meanwhile. */
final class OneRefund {
    private static final String SHOP = "nuanyang";
    private static final String SCARF = Chapter.SCARF;
    private static final String PRICE = "263.00";
    private static final String MAIL = "s8@example.com";
    private static final List<String> ORDER_SERVICE = List.of("order", "order-2", "order-3");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalStack stack;
    private final People people;
    private final Journal journal;
    private final Api provider;
    private String order = "";
    private String payment = "";
    private String theCase = "";
    private JsonNode before;

    OneRefund(LocalStack stack, People people, Journal journal) {
        this.stack = stack;
        this.people = people;
        this.journal = journal;
        this.provider = new Api(stack.surroundings().sandbox());
        this.before = customer();
    }

    void play() {
        journal.chapter("S8 Two agents, one refund");
        journal.step("buyer", "has a scarf, and wants to return it", this::aScarfIsSold);
        journal.step("shu", "offers the return, and the buyer chooses it", this::theReturnIsAgreed);
        journal.step("bank", "will take the money and fall silent", () -> {
            provider.post("/v1/behaviour", Map.of("delayMs", 20_000, "repeat", 1, "failRefunds", false,
                    "timeoutAfterTaking", true)).expect(200);
            return told("for now");
        });
        journal.step("both", "shu and zhu press refund at once, before the goods are back", this::bothPressRefund);
        journal.step("kill", "ends all of order-service when the money is gone, before it hears", () -> {
            until("the provider has taken it", PATIENCE, this::refundsAtTheProvider, taken -> !taken.isEmpty());
            stack.kill(ORDER_SERVICE);
            same("refunds of the payment at the provider", 1, refundsAtTheProvider().size());
            return told("three instances killed");
        });
        journal.step("ops", "starts it again; the provider answers again", () -> {
            provider.post("/v1/behaviour", Map.of("delayMs", 0, "repeat", 0, "failRefunds", false, "timeoutAfterTaking",
                    false)).expect(200);
            AtOnce.all(
                    ORDER_SERVICE.stream().map(instance -> Executors.callable(() -> stack.restart(instance))).toList());
            return told("three instances ready");
        });
        journal.step("all", "know of one refund of 263.00: provider, order, case, customer", this::allKnowOfOneRefund);
        journal.step("buyer", "is told of the refund, sends the scarf, the case closes, and nothing is told twice",
                this::theBuyerIsToldOnce);
    }

    private Told aScarfIsSold() {
        var buyer = people.as("buyer-1");
        AtOnce.answered(() -> people.as("ku").post("/api/order/skus/" + SCARF + "/stock-movements?shop=" + SHOP, Map.of(
                "warehouse", "hangzhou-1", "quantity", 1, "reason", "received"))).expect(200);
        order = buyer.post("/api/order/orders", Map.of("shop", SHOP, "lines", List.of(Map.of("sku", SCARF, "quantity",
                1)), "address", Map.of("country", "CN", "divisionCode", "330106", "province", "浙江省", "city", "杭州市",
                        "district", "西湖区", "detail", "天目山路 12 号", "name", "李雷", "phone", "13900000001", "email",
                        MAIL)))
                .expect(201).at("/orderId");
        payment = buyer.post("/api/order/orders/" + order + "/payments", null).expect(201).at("/paymentNo");
        provider.post("/v1/payments/" + payment + "/pay", Map.of()).expect(200);
        ship(until("a parcel for the order", PATIENCE, () -> people.as("wei").get("/api/order/parcels?orderId="
                + order).expect(200).at("/items/0/parcelId"), id -> !id.isEmpty()));
        theCase = until("aftersale knows that it was shipped", PATIENCE, () -> buyer.post("/api/aftersale/cases",
                Map.of("shop", SHOP, "orderId", order, "kind", "return-and-refund", "reason", "unwanted", "lines", List
                        .of(Map.of("lineId", line(), "quantity", 1)))),
                answer -> answer.status() == 201).at("/id");
        return told("order " + order + ", case " + theCase);
    }

    private void ship(String parcel) {
        var waybill = stage("wei", parcel, "waybill", null).at("/waybill/number");
        stage("pei", parcel, "picking", null);
        stage("jian", parcel, "inspection", Map.of("units", List.of(Map.of("sku", SCARF, "quantity", 1)),
                "promisesKept", List.of()));
        stage("bao", parcel, "packing", null);
        int grams = people.as("cheng").get("/api/order/parcels/" + parcel).expect(200).json().at("/expectedGrams")
                .asInt();
        stage("cheng", parcel, "weighing", Map.of("grams", grams));
        stage("ku", parcel, "handover", null);
        check("the carrier's scan is taken", new Carrier(people.nobody(), "shunfeng", Clock.systemUTC()).delivered(
                waybill, Clock.systemUTC().instant()) / 100 == 2);
    }

    private Api.Response stage(String who, String parcel, String stage, Object body) {
        return people.as(who).post("/api/order/parcels/" + parcel + "/" + stage, body).expect(200);
    }

    private Told theReturnIsAgreed() {
        people.as("shu").post(casePath("verification"), Map.of("verifiedReason", "unwanted")).expect(200);
        people.as("shu").post(casePath("remedies"), Map.of("remedies", List.of(Map.of("kind", "return-and-refund"),
                Map.of("kind", "keep-with-partial-refund", "amount", Map.of("amount", "30.00", "currency", "CNY"))),
                "beyondRule", "留住老客户")).expect(200);
        var offers = people.as("buyer-1").get("/api/aftersale/cases/" + theCase).expect(200).json().at(
                "/proposal/remedies");
        var wanted = StreamSupport.stream(offers.spliterator(), false).filter(offer -> offer.at("/kind").asText()
                .equals("return-and-refund")).findFirst().orElseThrow();
        same("amount of the return", PRICE, wanted.at("/amount/amount").asText());
        people.as("buyer-1").post(casePath("choice"), Map.of("remedyId", wanted.at("/remedyId").asText())).expect(200);
        return told(PRICE + " CNY against the scarf");
    }

    private Told bothPressRefund() {
        var statuses = AtOnce.all(Stream.of("shu", "zhu").map(people::as).<Callable<Integer>>map(
                caller -> () -> caller.post(casePath("refund"), null).status()).toList());
        check("one asked, the other finds it asked: " + statuses, statuses.contains(200) && statuses.stream().allMatch(
                status -> status == 200 || status == 409));
        return told("answered " + statuses).hearing(Chapter.CASES, theCase, "refund.asked.v1");
    }

    private Told allKnowOfOneRefund() {
        until("the case is closed", PATIENCE, () -> AtOnce.answered(() -> people.as("buyer-1").get(
                "/api/aftersale/cases/" + theCase)).expect(200), found -> found.at("/refunded/amount").equals(PRICE));
        var atTheProvider = refundsAtTheProvider();
        same("refunds at the provider", 1, atTheProvider.size());
        same("amount at the provider", PRICE, atTheProvider.getFirst().at("/amount/amount").asText());
        var refunds = AtOnce.answered(() -> people.as("buyer-1").get("/api/order/orders/" + order + "/refunds")).expect(
                200).json();
        var items = refunds.isArray() ? refunds : refunds.at("/items");
        same("refunds of the order", 1, items.size());
        same("refunded, by the order", PRICE,
                until("the order knows", PATIENCE, () -> AtOnce.answered(() -> people.as("buyer-1")
                        .get("/api/order/orders/" + order)).expect(200).at("/refunded/amount"), PRICE::equals));
        until("the customer's figures", PATIENCE, this::customer, now -> refunded(now) - refunded(before) == 26_300);
        return told("263.00 CNY, once").hearing(Chapter.REFUNDS, items.get(0).at("/refundId").asText(),
                "refund.requested.v1", "refund.succeeded.v1").hearing(Chapter.CASES, theCase, "refund.asked.v1");
    }

    private Told theBuyerIsToldOnce() {
        var told = until("a mail about the refund", PATIENCE, this::mailsOfTheRefund, mails -> !mails.isEmpty());
        people.as("buyer-1").post(casePath("goods-sent"), Map.of("carrier", "shunfeng", "waybill", "SF1040099120088"))
                .expect(200);
        people.as("shu").post(casePath("goods-received"), null).expect(200);
        people.as("shu").post(casePath("grading"), Map.of("lines", List.of(Map.of("lineId", line(), "quantity", 1,
                "grade", "as-new")))).expect(200);
        until("the case is over", PATIENCE, () -> AtOnce.answered(() -> people.as("buyer-1").get(
                "/api/aftersale/cases/" + theCase)).expect(200).at("/phase"), "closed"::equals);
        told = mailsOfTheRefund();
        same("mails about the refund: " + told, 1, told.size());
        same("refunds at the provider", 1, refundsAtTheProvider().size());
        return told(told.getFirst()).hearing(Chapter.CASES, theCase, "case.refunded.v1", "case.resolved.v1",
                "case.closed.v1");
    }

    private List<String> mailsOfTheRefund() {
        var mails = new Api(stack.surroundings().mail()).get("/api/mails?to=" + MAIL).expect(200).json().at("/items");
        return StreamSupport.stream(mails.spliterator(), false).map(mail -> mail.at("/subject").asText()).filter(
                subject -> subject.contains("退款 263") || subject.endsWith("已退款")).toList();
    }

    private List<JsonNode> refundsAtTheProvider() {
        var payments = provider.get("/v1/ledger").expect(200).json().at("/payments");
        return StreamSupport.stream(payments.spliterator(), false).filter(each -> each.at("/paymentNo").asText().equals(
                payment)).flatMap(each -> StreamSupport.stream(each.at("/refunds").spliterator(), false)).toList();
    }

    private JsonNode customer() {
        return people.as("ke").get("/api/crm/customers/by-buyer?shop=" + SHOP + "&channel=web&buyerId=buyer-1").json();
    }

    private static long refunded(JsonNode customer) {
        for (var spending : customer.at("/figures/spending"))
            if (spending.at("/currency").asText().equals("CNY"))
                return new BigDecimal(spending.at("/refunded/amount").asText()).movePointRight(2)
                        .longValueExact();
        return 0;
    }

    private String casePath(String step) {
        return "/api/aftersale/cases/" + theCase + "/" + step;
    }

    private String line() {
        return people.as("buyer-1").get("/api/order/orders/" + order).expect(200).at("/lines/0/lineId");
    }
}
