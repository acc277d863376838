package io.shopcare.crm.facts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.buyers.Region;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;

/**
 * What is known of one order.
 *
 * @param buyer    key of the buyer
 * @param heard    number of the last event applied
 * @param placedAt null until it was heard
 * @param paid     null until it is paid in full
 * @param beside   paid beside what was agreed first, as for a dearer article or another way; null while nothing was
 */
public record OrderFact(String id, String buyer, long heard, @Nullable Instant placedAt, @Nullable Region region,
        @Nullable Money paid, @Nullable Money beside) implements Fact {
    static final OrderFact UNKNOWN = new OrderFact("", "", 0, null, null, null, null);

    /** Of order.placed.v1. */
    record Placed(Buyer buyer, Destination destination) {}

    /** Where the goods go. */
    record Destination(String country, @Nullable String division) {}

    /** Of order.paid.v1. */
    record Paid(Buyer buyer, Money paid) {}

    /** Of payment-request.paid.v1. */
    record RequestPaid(Buyer buyer, Money amount, String reason) {
        /** The rest of what was agreed; order.paid.v1 tells of it. */
        private static final String SHORTFALL = "shortfall";

        boolean isBeside() {
            return !reason.equals(SHORTFALL);
        }
    }

    /** All that was paid for it; null until it is paid in full. */
    @Nullable
    Money spent() {
        return paid == null || beside == null || !paid.currency().equals(beside.currency()) ? paid : paid.plus(beside);
    }

    OrderFact with(EventMeta event, Placed data) {
        return new OrderFact(event.subject(), data.buyer().key(), event.sequence(), event.time(),
                Region.of(data.destination().country(), data.destination().division()), paid, beside);
    }

    OrderFact with(EventMeta event, Paid data) {
        return new OrderFact(event.subject(), data.buyer().key(), event.sequence(), placedAt, region, data.paid(),
                beside);
    }

    OrderFact with(EventMeta event, RequestPaid data) {
        var more = beside == null ? data.amount() : beside.plus(data.amount());
        return new OrderFact(event.subject(), data.buyer().key(), event.sequence(), placedAt, region, paid,
                data.isBeside() ? more : beside);
    }
}
