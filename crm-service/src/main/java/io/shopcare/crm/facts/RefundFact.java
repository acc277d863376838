package io.shopcare.crm.facts;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;

/**
 * What is known of one refund. Only what the provider paid back counts: asked for, reserved, in doubt and failed are no
 * refunds yet.
 *
 * @param paidBack null until it succeeded
 */
public record RefundFact(String id, String buyer, long heard, String orderId, @Nullable Money paidBack)
        implements
            Fact {
    static final RefundFact UNKNOWN = new RefundFact("", "", 0, "", null);

    /** Of refund.succeeded.v1. */
    record Succeeded(Buyer buyer, String orderId, Money amount) {}

    RefundFact with(EventMeta event, Succeeded data) {
        return new RefundFact(event.subject(), data.buyer().key(), event.sequence(), data.orderId(), data.amount());
    }
}
