package io.shopcare.crm.facts;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;

/**
 * What is known of one refund. Only what the provider paid back counts: asked for, reserved, in doubt and failed are no
 * refunds yet; nor is what goes back of money that was never for the order, as when it was paid twice.
 *
 * @param paidBack null until it succeeded, and where none of it was for the order
 */
public record RefundFact(String id, String buyer, long heard, String orderId, @Nullable Money paidBack)
        implements
            Fact {
    static final RefundFact UNKNOWN = new RefundFact("", "", 0, "", null);

    /** Of refund.succeeded.v1. */
    record Succeeded(Buyer buyer, String orderId, List<Line> lines, Money freight) {
        Succeeded {
            lines = List.copyOf(lines);
        }

        /** Share of a line. */
        record Line(Money amount) {}

        private Money ofTheOrder() {
            return Money.sum(freight.currency(), lines.stream().map(Line::amount).toList()).plus(freight);
        }
    }

    RefundFact with(EventMeta event, Succeeded data) {
        var back = data.ofTheOrder();
        return new RefundFact(event.subject(), data.buyer().key(), event.sequence(), data.orderId(),
                back.isPositive() ? back : null);
    }
}
