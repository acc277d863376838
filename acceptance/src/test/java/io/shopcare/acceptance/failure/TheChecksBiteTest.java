package io.shopcare.acceptance.failure;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import io.shopcare.acceptance.failure.Accepted.Deed;
import io.shopcare.acceptance.failure.Evidence.Mail;
import io.shopcare.acceptance.failure.Evidence.Told;
import io.shopcare.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** A world that is as it should be, and one violator for each promise. */
class TheChecksBiteTest {
    private final Map<String, List<Document>> stored = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Mail> mails = new ArrayList<>();
    private final Map<String, String> logs = new HashMap<>();
    private final Accepted accepted = new Accepted();
    private String ledger = "{\"payments\":[{\"paymentNo\":\"PAY1\",\"taken\":{\"amount\":\"98.00\",\"currency\":\"CNY\"},\"refunds\":["
            + "{\"refundNo\":\"r1\",\"amount\":{\"amount\":\"98.00\",\"currency\":\"CNY\"},\"status\":\"succeeded\"}]}]}";

    /** One order of two cups, paid, approved, given back before it shipped; one delivery of ten cups. */
    TheChecksBiteTest() {
        put("order.orders", "o1", """
                {_id: "o1", outbox: {events: 2, pending: []}, state: {sale: {platformOrder: {number: "p1"}},
                 lines: [{sku: "CUP", quantity: 2, progress: {shipped: 0, withdrawn: 2}}],
                 payment: {received: [{tender: {paymentNo: "PAY1", method: "sandbox", amount: {minor: 9800}}}]},
                 audit: {state: "approved"}, fulfilment: {state: "awaiting"},
                 refunds: {all: [{refundId: "r1", state: "succeeded", amount: {minor: 9800}}]}}}""");
        put("order.order_timeline", "o1/1", """
                {_id: "o1/1", parent: "o1", seq: 1, type: "order.placed.v1",
                 data: {buyer: {shop: "s", channel: "web", buyerId: "b"}}}""");
        put("order.order_timeline", "o1/2",
                """
                        {_id: "o1/2", parent: "o1", seq: 2, type: "order.paid.v1",
                         data: {buyer: {shop: "s", channel: "web", buyerId: "b"}, paid: {amount: "98.00", currency: "CNY"}}}""");
        put("order.refund_timeline", "r1/1",
                """
                        {_id: "r1/1", parent: "r1", seq: 1, type: "refund.succeeded.v1",
                         data: {buyer: {shop: "s", channel: "web", buyerId: "b"}, amount: {amount: "98.00", currency: "CNY"},
                                lines: [{amount: {amount: "90.00", currency: "CNY"}}], freight: {amount: "8.00", currency: "CNY"}}}""");
        stored.values().stream().flatMap(List::stream).filter(entry -> entry.containsKey("type"))
                .forEach(this::tell);
        put("order.refunds", "r1", """
                {_id: "r1", outbox: {events: 1, pending: []}, state: {stage: "succeeded",
                 request: {orderId: "o1", amount: {minor: 9800}},
                 payouts: [{refundNo: "r1", state: "paid", tender: {amount: {minor: 9800}}}]}}""");
        put("order.orders", "o2", """
                {_id: "o2", outbox: {events: 0, pending: []}, state: {audit: {state: "approved"},
                 fulfilment: {state: "awaiting"}, lines: [{sku: "CUP", quantity: 2, progress: {shipped: 0}}]}}""");
        put("order.parcels", "l2",
                "{_id: \"l2\", state: {stage: \"picked\", orders: [{orderId: \"o2\", lines: [{quantity: 2}]}]}}");
        put("order.reservations", "v1", """
                {_id: "v1", outbox: {events: 0, pending: []}, state: {orderId: "o2", state: "allocated",
                 lines: [{sku: "CUP", quantity: 2}], shipments: {}}}""");
        put("order.stocks", "k1", """
                {_id: "k1", outbox: {events: 0, pending: []}, state: {sku: "CUP",
                 figures: {onHand: 10, available: 8, reserved: 0, allocated: 2, damaged: 0},
                 claims: {v1_1: {orderId: "o2", quantity: 2}}, movements: 3}}""");
        put("order.stock_movements", "k1/1", """
                {_id: "k1/1", parent: "k1", onHand: 10, reserved: 0, allocated: 0, damaged: 0,
                 reference: {note: "delivery-1"}}""");
        put("order.stock_movements", "k1/2",
                "{_id: \"k1/2\", parent: \"k1\", onHand: 0, reserved: 2, allocated: 0, damaged: 0, reference: {}}");
        put("order.stock_movements", "k1/3",
                "{_id: \"k1/3\", parent: \"k1\", onHand: 0, reserved: -2, allocated: 2, damaged: 0, reference: {}}");
        put("presale.messages", "m1", "{_id: \"m1\", text: \"还有 1\"}");
        put("aftersale.cases", "c1", """
                {_id: "c1", outbox: {events: 0, pending: []}, state: {lines: [{refunded: {minor: 9800}}]}}""");
        put("aftersale.refund_facts", "r1", "{_id: \"r1\", seq: 1}");
        put("crm.facts_orders", "o1", "{_id: \"o1\", seq: 2}");
        put("crm.facts_refunds", "r1", "{_id: \"r1\", seq: 1}");
        put("crm.customers", "u1", """
                {_id: "u1", outbox: {events: 0, pending: []}, state: {
                 buyers: [{shop: "s", channel: "web", buyerId: "b"}],
                 figures: {ordersPaid: 1, spending: [{paid: {minor: 9800}, refunded: {minor: 9800}}]}}}""");
        put("crm.trail", "t1", "{_id: \"t1\", type: \"order.paid.v1\", subject: \"o1\"}");
        mails.add(new Mail("b@example.com", "refunded", "98.00", "n1"));
        logs.put("order.log", "an order was placed by l***@example.com");
        accepted.note(new Deed.OrderPlaced("o1", List.of("CUP x 2")));
        accepted.note(new Deed.OrderPaid("o1", "PAY1", 9800));
        accepted.note(new Deed.StockReceived("delivery-1", 10));
        accepted.note(new Deed.Said("v", "还有 1"));
        accepted.note(new Deed.CaseSettled("c1", "o1", 9800));
        accepted.note(new Deed.SheetTaken("i1", List.of("p1")));
    }

    @Test
    void findsNothingInAWorldThatIsAsItShouldBe() {
        for (var check : Checks.ALL)
            assertThat(check.broken(evidence())).as(check.name()).isEmpty();
    }

    @Test
    void acceptedButNotStored() {
        remove("order.orders", "o1");
        remove("presale.messages", "m1");
        assertThat(new AcceptedIsStored().broken(evidence())).anyMatch(text -> text.contains("order o1 was accepted"))
                .anyMatch(text -> text.contains("还有 1")).anyMatch(text -> text.contains("p1 of a platform"));
    }

    @Test
    void acceptedOnceButStoredTwice() {
        put("order.stock_movements", "k1/4", "{_id: \"k1/4\", parent: \"k1\", reference: {note: \"delivery-1\"}}");
        assertThat(new AcceptedIsStored().broken(evidence())).anyMatch(text -> text.contains("is there 2 times"));
    }

    @Test
    void acceptedButForgottenByTheOrder() {
        accepted.note(new Deed.OrderCancelled("o1"));
        accepted.note(new Deed.OrderShipped("o1"));
        accepted.note(new Deed.OrderPaid("o1", "PAY2", 100));
        assertThat(new AcceptedIsStored().broken(evidence())).hasSize(3);
    }

    @Test
    void storedButNotPublished() {
        told.removeIf(event -> event.type().equals("order.paid.v1"));
        assertThat(new StoredIsPublished().broken(evidence())).hasSize(1);
    }

    @Test
    void storedButNotFiled() {
        remove("order.order_timeline", "o1/2");
        assertThat(new StoredIsPublished().broken(evidence())).anyMatch(text -> text.contains("its timeline 1"));
    }

    @Test
    void stillWaitingInAnOutbox() {
        one("order.orders", "o1").get("outbox", Document.class).append("since", new Date(0));
        assertThat(new StoredIsPublished().broken(evidence())).anyMatch(text -> text.contains("waits in its outbox"));
    }

    @Test
    void publishedButNotStored() {
        told.add(new Told("shopcare.order.orders", "o1", 3, "order.held.v1", json("{}")));
        told.add(new Told("shopcare.order.orders", "o1", 2, "order.paid.v1", json("{\"paid\":1}")));
        assertThat(new PublishedIsStored().broken(evidence())).hasSize(2);
    }

    @Test
    void aGapInASequence() {
        told.add(0, told.removeLast());
        told.add(new Told("t", "o9", 2, "order.paid.v1", json("{}")));
        told.add(new Told("t", "o9", 1, "order.placed.v1", json("{}")));
        assertThat(new SequencesHaveNoGap().broken(evidence())).singleElement().asString().contains("o9");
    }

    @Test
    void aRepeatIsNoGap() {
        told.addAll(List.copyOf(told));
        assertThat(new SequencesHaveNoGap().broken(evidence())).isEmpty();
    }

    @Test
    void aConsumerThatMissedAnEvent() {
        one("crm.facts_orders", "o1").put("seq", 1);
        remove("aftersale.refund_facts", "r1");
        assertThat(new ConsumersKnowTheLast().broken(evidence())).hasSize(2);
    }

    @Test
    void aConsumerThatCountedTwice() {
        Evidence.state(one("crm.customers", "u1")).get("figures", Document.class).put("ordersPaid", 2);
        assertThat(new CustomersAddUp().broken(evidence())).hasSize(1);
        put("crm.trail", "t2", "{_id: \"t2\", type: \"order.paid.v1\", subject: \"o1\"}");
        assertThat(new TrailIsWhole().broken(evidence())).hasSize(1);
    }

    @Test
    void aParcelWithWhatIsNotWantedAnyMore() {
        put("order.parcels", "l1",
                "{_id: \"l1\", state: {stage: \"created\", orders: [{orderId: \"o1\", lines: [{quantity: 2}]}]}}");
        assertThat(new ParcelsFollowOrders().broken(evidence())).hasSize(1);
    }

    @Test
    void moneyThatOnlyTheProviderKnowsOf() {
        ledger = ledger.replace("\"taken\":{\"amount\":\"98.00\"", "\"taken\":{\"amount\":\"196.00\"");
        assertThat(new MoneyAgrees().broken(evidence())).singleElement().asString().contains("PAY1");
    }

    @Test
    void aRefundThatIsPaidTwice() {
        ledger = ledger.replace("\"refunds\":[", "\"refunds\":[{\"refundNo\":\"r2\",\"amount\":{\"amount\":\"98.00\","
                + "\"currency\":\"CNY\"},\"status\":\"succeeded\"},");
        assertThat(new MoneyAgrees().broken(evidence())).singleElement().asString().contains("r2");
    }

    @Test
    void aRefundThatOrderAndCaseDoNotKnow() {
        Evidence.state(one("order.orders", "o1")).put("refunds", new Document("all", List.of()));
        Evidence.state(one("aftersale.cases", "c1")).put("lines", List.of());
        assertThat(new MoneyAgrees().broken(evidence())).hasSize(2);
    }

    @Test
    void stockThatIsOversoldOrNotInTheLedger() {
        remove("order.stock_movements", "k1/1");
        Evidence.state(one("order.stocks", "k1")).get("figures", Document.class).put("allocated", 12);
        assertThat(new StockAddsUp().broken(evidence())).anyMatch(text -> text.contains("-2 available"))
                .anyMatch(text -> text.contains("does not add up to onHand"))
                .anyMatch(text -> text.contains("counts 3 movements"));
    }

    @Test
    void stockThatIsHeldForNobody() {
        Evidence.state(one("order.orders", "o2")).get("fulfilment", Document.class).put("state", "cancelled");
        assertThat(new ReservationsMatchOrders().broken(evidence())).singleElement().asString()
                .contains("still holds stock");
        Evidence.state(one("order.reservations", "v1")).put("state", "released");
        assertThat(new ReservationsMatchOrders().broken(evidence())).singleElement().asString()
                .contains("claimed on the stock 2");
    }

    @Test
    void stockThatIsHeldForWhatWasRefunded() {
        Evidence.list(Evidence.state(one("order.orders", "o2")), "lines").getFirst().get("progress", Document.class)
                .put("withdrawn", 2);
        assertThat(new ReservationsMatchOrders().broken(evidence())).singleElement().asString()
                .contains("wants nothing more");
    }

    @Test
    void stockThatIsNotPromisedForGood() {
        Evidence.state(one("order.reservations", "v1")).put("state", "bound");
        assertThat(new ReservationsMatchOrders().broken(evidence())).singleElement().asString()
                .contains("only bound");
    }

    @Test
    void aNoticeThatIsToldTwice() {
        mails.add(new Mail("b@example.com", "refunded", "98.00", "n1"));
        assertThat(new ToldOnce().broken(evidence())).as("the same mail again").isEmpty();
        mails.add(new Mail("b@example.com", "refunded", "98.00", "n2"));
        assertThat(new ToldOnce().broken(evidence())).hasSize(1);
    }

    @Test
    void somethingParkedThatIsNoPoison() {
        put("crm.parked", "p1", "{_id: \"p1\", key: \"poison-1\"}");
        assertThat(new NothingIsParked().broken(evidence())).isEmpty();
        put("crm.parked", "p2", "{_id: \"p2\", key: \"o1\"}");
        assertThat(new NothingIsParked().broken(evidence())).hasSize(1);
    }

    @Test
    void poisonThatSomebodySwallowed() {
        told.add(new Told("t", "poison-1", 1, "order.placed.v1", json("{}")));
        for (var service : List.of("presale", "order", "crm"))
            put(service + ".parked", "p1", "{_id: \"p1\", key: \"poison-1\"}");
        assertThat(new NothingIsParked().broken(evidence())).singleElement().asString().contains("aftersale");
        assertThat(new PublishedIsStored().broken(evidence())).as("the suite's own record").isEmpty();
    }

    @Test
    void personalDataOutside() {
        logs.put("crm.log", "called " + Shop.PERSONAL.getFirst());
        told.add(new Told("t", "o1", 1, "order.placed.v1", json("{\"name\":\"" + Shop.PERSONAL.get(1) + "\"}")));
        assertThat(new PersonalDataStaysInside().broken(evidence())).hasSize(2);
    }

    private Evidence evidence() {
        return new Evidence(stored, told, json(ledger), mails, logs, accepted);
    }

    private void put(String collection, String id, String document) {
        stored.computeIfAbsent(collection, name -> new ArrayList<>()).add(Document.parse(document).append("_id", id));
    }

    private Document one(String collection, String id) {
        return stored.getOrDefault(collection, List.of()).stream().filter(each -> each.getString("_id").equals(id))
                .findFirst().orElseThrow();
    }

    private void remove(String collection, String id) {
        stored.getOrDefault(collection, new ArrayList<>()).remove(one(collection, id));
    }

    private void tell(Document entry) {
        told.add(new Told("shopcare.order." + entry.getString("parent").charAt(0), entry.getString("parent"),
                entry.getInteger("seq"), entry.getString("type"), json(entry.get("data", Document.class).toJson())));
        told.sort(java.util.Comparator.comparing(Told::subject).thenComparing(Told::sequence));
    }

    private static JsonNode json(String text) {
        try {
            return Json.WIRE.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
