package io.shopcare.crm.trail;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The trails of all customers. */
interface Trail {

    /** The last entry of the page before. */
    record Place(Instant at, String id) {}

    /** What to leave out. */
    record Filter(@Nullable Kind kind, boolean withInternal) {}

    /** Adds an entry; does nothing when it is there. */
    void add(TrailEntry entry);

    /** Entries of a customer, newest first. */
    List<TrailEntry> page(String customerId, Filter filter, @Nullable Place after, int most);
}
