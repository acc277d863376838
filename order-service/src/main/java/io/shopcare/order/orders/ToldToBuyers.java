package io.shopcare.order.orders;

import java.util.List;
import java.util.Set;

import org.bson.Document;
import org.bson.conversions.Bson;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

/**
 * What of an order's timeline its buyer reads: what befell the buyer, not what the shop's people suspect or ask each other.
 * An event that is not named here is told to nobody but them.
 */
final class ToldToBuyers {
    private static final List<String> TYPES = List.of("order.placed.v1", "order.paid.v1", "order.payment-mismatched.v1",
            "payment-request.opened.v1", "payment-request.due-soon.v1", "payment-request.paid.v1",
            "payment-request.closed.v1",
            "order.question-asked.v1", "order.question-ended.v1", "order.remark-changed.v1", "order.invoice-changed.v1",
            "order.address-changed.v1",
            "order.merged.v1", "order.split.v1", "order.rest-released.v1", "order.line-exchanged.v1",
            "order.approved.v1",
            "order.price-adjusted.v1",
            "order.cancelled.v1", "order.revived.v1", "order.refund-due.v1", "order.shipped.v1",
            "order.rest-refunded.v1", "order.delivered.v1", "order.parcel-stopped.v1", "order.parcel-returned.v1",
            "order.receipt-due-soon.v1",
            "order.receipt-extended.v1", "order.received.v1", "order.completed.v1", "promise.attached.v1",
            "promise.kept.v1", "promise.broken.v1", "promise.waived.v1");
    /** Of what they read: which holds, which rules, whose authority it was, who missed a promise. */
    private static final Set<String> INTERNAL = Set.of("holds", "ruleSetVersion", "straightThrough", "missed",
            "authority");

    /** Why an order was cancelled, as far as it is the buyer's to know; other reasons are a suspicion or a judgement. */
    private static final Set<String> CANCELLED = Set.of("unpaid", "buyer-request", "duplicate", "out-of-stock",
            "closed-on-platform", "underpaid", "refunded", "returned");
    /** An actor as events have it. */
    private static final Set<String> PERSON = Set.of("kind", "id");

    private ToldToBuyers() {}

    /** In the timeline; a question to an agent is none of theirs. */
    static Bson filter() {
        return and(in("type", TYPES), ne("data.to", Question.TO_PRESALES));
    }

    static boolean tells(Timeline.Entry entry) {
        return TYPES.contains(entry.type()) && !Question.TO_PRESALES.equals(entry.data().get("to"));
    }

    /** Buyers read that it was somebody of the shop, and not who. */
    private static Document nameless(Document data) {
        var left = new Document();
        data.forEach((name, value) -> left.put(name, nameless(value)));
        if (left.keySet().equals(PERSON))
            left.remove("id");
        return left;
    }

    private static Object nameless(Object value) {
        return switch (value) {
            case Document inner -> nameless(inner);
            case List<?> list -> list.stream().map(ToldToBuyers::nameless).toList();
            default -> value;
        };
    }

    static Timeline.Entry cut(Timeline.Entry entry) {
        var left = nameless(entry.data());
        INTERNAL.forEach(left::remove);
        if (entry.type().equals("order.cancelled.v1") && !CANCELLED.contains(left.getString("reason")))
            left.remove("reason");
        return new Timeline.Entry(entry.sequence(), entry.type(), entry.at(), left);
    }
}
