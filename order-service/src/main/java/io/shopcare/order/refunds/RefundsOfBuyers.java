package io.shopcare.order.refunds;

import java.time.Instant;

import io.shopcare.order.trade.Buyer;

/** How often buyers were refunded. */
@FunctionalInterface
public interface RefundsOfBuyers {

    /** Refunds that were asked for between these moments and paid back; counted no further than {@code most}. */
    int succeeded(Buyer buyer, Instant from, Instant until, int most);
}
