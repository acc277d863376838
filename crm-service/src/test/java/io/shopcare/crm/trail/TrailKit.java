package io.shopcare.crm.trail;

import java.util.List;

/** A trail without a database, for the tests of all packages. */
public final class TrailKit {
    public final TrailCatalogue catalogue = TrailCatalogue.shipped();
    private final Trail trail = new InMemoryTrail();
    public final KeepTrail keep = new KeepTrail(catalogue, trail);

    /** Types of a customer's entries, newest first. */
    public List<String> types(String customerId) {
        return trail.page(customerId, new Trail.Filter(null, true), null, Integer.MAX_VALUE).stream()
                .map(TrailEntry::type).toList();
    }

    /** All entries of a customer as text. */
    public String everything(String customerId) {
        return trail.page(customerId, new Trail.Filter(null, true), null, Integer.MAX_VALUE).toString();
    }
}
