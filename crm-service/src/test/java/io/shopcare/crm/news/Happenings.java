package io.shopcare.crm.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.trail.Kind;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;

/** Tells what happens with one buyer, in the words of the trade; the events have what this service reads of them. */
public final class Happenings {
    private final Buyer buyer;
    private final List<Happening> all = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    private Happenings(Buyer buyer) {
        this.buyer = buyer;
    }

    public static Happenings with(Buyer buyer) {
        return new Happenings(buyer);
    }

    public Happenings asks(String conversation, Instant at) {
        return add(Kind.CONVERSATION, "shopcare.presale.conversations", "conversation.opened.v1", conversation, at,
                data().put("language", "zh-CN"));
    }

    public Happenings orders(String order, Instant at) {
        var data = data();
        data.putObject("destination").put("country", "CN").put("division", "330106");
        return add(Kind.ORDER, "shopcare.order.orders", "order.placed.v1", order, at, data);
    }

    public Happenings pays(String order, Money amount, Instant at) {
        return add(Kind.ORDER, "shopcare.order.orders", "order.paid.v1", order, at,
                (ObjectNode) data().set("paid", Json.WIRE.valueToTree(amount)));
    }

    public Happenings paysMore(String order, Money amount, String reason, Instant at) {
        var data = data().put("reason", reason);
        data.set("amount", Json.WIRE.valueToTree(amount));
        return add(Kind.ORDER, "shopcare.order.orders", "payment-request.paid.v1", order, at, data);
    }

    public Happenings buys(String order, Money amount, Instant at) {
        return orders(order, at).pays(order, amount, at.plusSeconds(60));
    }

    public Happenings isRefunded(String refund, String order, Money amount, Instant at) {
        add(Kind.REFUND, "shopcare.order.refunds", "refund.requested.v1", refund, at, data().put("orderId", order));
        return paidBack(refund, order, amount, amount, at);
    }

    /** What came on top goes back: it was never for the order. */
    public Happenings getsTheSurplusBack(String refund, String order, Money amount, Instant at) {
        return paidBack(refund, order, amount, Money.zero(amount.currency()), at);
    }

    private Happenings paidBack(String refund, String order, Money amount, Money ofTheLine, Instant at) {
        var data = data().put("orderId", order);
        data.set("amount", Json.WIRE.valueToTree(amount));
        data.putArray("lines").addObject().put("lineId", "1").put("quantity", 1).set("amount",
                Json.WIRE.valueToTree(ofTheLine));
        data.set("freight", Json.WIRE.valueToTree(Money.zero(amount.currency())));
        return add(Kind.REFUND, "shopcare.order.refunds", "refund.succeeded.v1", refund, at.plusSeconds(9), data);
    }

    public Happenings complains(String caseId, String order, Instant at) {
        return ofCase("case.opened.v1", caseId, order, at);
    }

    public Happenings mayReturn(String caseId, String order, Instant at) {
        return ofCase("return.authorised.v1", caseId, order, at);
    }

    public Happenings isContent(String caseId, String order, Instant at) {
        return ofCase("case.resolved.v1", caseId, order, at);
    }

    public List<Happening> all() {
        return List.copyOf(all);
    }

    private Happenings ofCase(String type, String caseId, String order, Instant at) {
        return add(Kind.CASE, "shopcare.aftersale.cases", type, caseId, at, data().put("orderId", order));
    }

    private ObjectNode data() {
        var data = Json.WIRE.createObjectNode().put("shop", buyer.shop());
        data.set("buyer", Json.WIRE.valueToTree(buyer));
        return data;
    }

    private Happenings add(Kind kind, String topic, String type, String subject, Instant at, ObjectNode data) {
        long sequence = sequences.merge(subject, 1L, Long::sum);
        data.put("occurredAt", at.toString()).putObject("actor").put("kind", "system").put("id", "test");
        all.add(new Happening(kind, new EventMeta(topic, subject + "-" + sequence, type, subject, sequence, at,
                Actor.system("test")), data));
        return this;
    }
}
