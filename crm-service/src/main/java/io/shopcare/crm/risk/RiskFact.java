package io.shopcare.crm.risk;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.events.EventMeta;

/**
 * What is known of one case or one parcel, as far as a rule may count it.
 *
 * @param buyer    key of the buyer
 * @param orderIds orders that it is about
 * @param cause    of a case what it really was, the buyer's word until somebody looked; of a parcel {@code refused}
 * @param at       when the case's money went back first, or the parcel was here again; null before
 */
public record RiskFact(String id, String buyer, List<String> orderIds, @Nullable String cause, @Nullable Instant at) {
    static final RiskFact UNKNOWN = new RiskFact("", "", List.of(), null, null);
    static final String REFUSED = "refused";

    public RiskFact {
        orderIds = List.copyOf(orderIds);
    }

    /** Of every event of a case; {@code reason} is the buyer's, and missing in some. */
    record OfCase(Buyer buyer, String orderId, @Nullable String reason, @Nullable String verifiedReason) {}

    /** Of every event of a parcel; {@code state} of a scan alone. */
    record OfParcel(Buyer buyer, List<String> orderIds, @Nullable String state) {}

    RiskFact caused(EventMeta event, OfCase told) {
        return of(event, told, told.verifiedReason() == null ? told.reason() : told.verifiedReason(), at);
    }

    RiskFact refunded(EventMeta event, OfCase told) {
        return of(event, told, cause, at == null ? event.time() : at);
    }

    RiskFact refused(EventMeta event, OfParcel told) {
        return new RiskFact(event.subject(), told.buyer().key(), told.orderIds(), REFUSED, at);
    }

    RiskFact returned(EventMeta event, OfParcel told) {
        return new RiskFact(event.subject(), told.buyer().key(), told.orderIds(), cause, event.time());
    }

    private static RiskFact of(EventMeta event, OfCase told, @Nullable String cause, @Nullable Instant at) {
        return new RiskFact(event.subject(), told.buyer().key(), List.of(told.orderId()), cause, at);
    }

    boolean isAfter(Instant since) {
        return at != null && at.isAfter(since);
    }
}
