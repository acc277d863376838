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
 */
public record OrderFact(String id, String buyer, long heard, @Nullable Instant placedAt, @Nullable Region region,
        @Nullable Money paid) implements Fact {
    static final OrderFact UNKNOWN = new OrderFact("", "", 0, null, null, null);

    /** Of order.placed.v1. */
    record Placed(Buyer buyer, Destination destination) {}

    /** Where the goods go. */
    record Destination(String country, @Nullable String division) {}

    /** Of order.paid.v1. */
    record Paid(Buyer buyer, Money paid) {}

    OrderFact with(EventMeta event, Placed data) {
        return new OrderFact(event.subject(), data.buyer().key(), event.sequence(), event.time(),
                Region.of(data.destination().country(), data.destination().division()), paid);
    }

    OrderFact with(EventMeta event, Paid data) {
        return new OrderFact(event.subject(), data.buyer().key(), event.sequence(), placedAt, region, data.paid());
    }
}
