package io.shopcare.standalone.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant is told. It waits inside its payment's document until the merchant has answered 2xx, so that the
 * write which takes the money is also the one which owes the message.
 *
 * @param copies how many times it is still to be sent
 * @param attempts how many times it was not taken
 */
record Notification(String id, String event, String paymentNo, @Nullable String refundNo, Money amount,
        Instant occurredAt, URI url, int copies, int attempts) {
    static final String REFUND_SUCCEEDED = "refund.succeeded";
    static final String REFUND_FAILED = "refund.failed";

    static Document document(String event, @Nullable String refundNo, long amount, String url, Instant now,
            Instant dueAt, int copies) {
        return new Document("id", UUID.randomUUID().toString()).append("event", event).append("refundNo", refundNo)
                .append("amount", amount).append("url", url).append("occurredAt", Date.from(now)).append("dueAt", Date
                        .from(dueAt))
                .append("copies", copies).append("attempts", 0);
    }

    static Notification read(Document payment, Document pending) {
        return new Notification(pending.getString("id"), pending.getString("event"), payment.getString("_id"), pending
                .getString("refundNo"), Documents.money(payment, pending.getLong("amount")),
                pending.getDate(
                        "occurredAt").toInstant(),
                URI.create(pending.getString("url")), pending.getInteger("copies"),
                pending.getInteger("attempts"));
    }

    Body body() {
        return new Body(id, event, paymentNo, refundNo, amount, occurredAt);
    }

    /** On the wire. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(String notificationId, String event, String paymentNo, @Nullable String refundNo, Money amount,
            Instant occurredAt) {}
}
