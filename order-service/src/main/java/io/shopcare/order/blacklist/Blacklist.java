package io.shopcare.order.blacklist;

import java.time.Instant;
import java.util.Optional;

import io.shopcare.order.trade.Address;
import io.shopcare.order.trade.Buyer;

/** Who is not to be served without a look. */
@FunctionalInterface
public interface Blacklist {

    /**
     * An entry that counts.
     *
     * @param entryId by which crm-service tells more of it to those who may know
     * @param kind    buyer, phone or address
     */
    record Entry(String entryId, String kind) {}

    /** An entry for the buyer, else for the phone or the address, if there is one at that moment. */
    Optional<Entry> find(Buyer buyer, Address address, Instant at);
}
