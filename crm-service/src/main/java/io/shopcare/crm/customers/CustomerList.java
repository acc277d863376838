package io.shopcare.crm.customers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.scoring.Group;

/** Customers of a shop in the order of their ids, and those for whom time is up. */
public interface CustomerList {

    /**
     * @param group only of this group; null for all
     * @param after the last id of the page before; null for the first page
     */
    List<Customer> page(String shop, @Nullable Group group, @Nullable String after, int most);

    /** Ids of customers of a shop, in their order. */
    List<String> ids(String shop, @Nullable String after, int most);

    /** Ids of customers whose score or stage may change by time alone until this moment, the longest due first. */
    List<String> due(Instant until, int most);
}
