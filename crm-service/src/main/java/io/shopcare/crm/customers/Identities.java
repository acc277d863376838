package io.shopcare.crm.customers;

import java.util.Optional;

import io.shopcare.crm.buyers.Buyer;

/** Which customer a buyer is. */
public interface Identities {

    /** The customer, if the buyer has been heard of. */
    Optional<String> customerOf(Buyer buyer);

    /**
     * Links a buyer to a customer.
     *
     * @return the customer that the buyer is linked to now; another one if somebody was first
     */
    String link(Buyer buyer, String customerId);
}
