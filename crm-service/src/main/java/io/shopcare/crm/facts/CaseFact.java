package io.shopcare.crm.facts;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.events.EventMeta;

/**
 * What is known of one case.
 *
 * @param returns the goods come back: a return was authorised
 * @param settled it is resolved or closed
 */
public record CaseFact(String id, String buyer, long heard, String orderId, boolean returns, boolean settled)
        implements
            Fact {
    static final CaseFact UNKNOWN = new CaseFact("", "", 0, "", false, false);

    /** Of every event of a case. */
    record Told(Buyer buyer, String orderId) {}

    CaseFact opened(EventMeta event, Told data) {
        return with(event, data, returns, settled);
    }

    CaseFact returnAuthorised(EventMeta event, Told data) {
        return with(event, data, true, settled);
    }

    CaseFact settled(EventMeta event, Told data) {
        return with(event, data, returns, true);
    }

    private static CaseFact with(EventMeta event, Told data, boolean returns, boolean settled) {
        return new CaseFact(event.subject(), data.buyer().key(), event.sequence(), data.orderId(), returns, settled);
    }
}
