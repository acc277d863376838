package io.shopcare.crm.customers;

import java.util.concurrent.atomic.AtomicReference;

import io.shopcare.crm.facts.FactBook;
import io.shopcare.crm.facts.FactKit;
import io.shopcare.crm.rules.CrmRules;
import io.shopcare.crm.scoring.CutPoints;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

/** The profiles without a database, for the tests of all packages. */
public final class CustomerKit {
    public final CrmRules rules = CrmRules.shipped();
    public final MutableClock clock = MutableClock.at("2026-11-25T00:00:00Z");
    public final InMemoryAggregateStore<Customer> store = new InMemoryAggregateStore<>();
    public final FactBook facts = FactKit.aFactBook();
    /** The cut points that hold in every shop. */
    public final AtomicReference<CutPoints> cutPoints = new AtomicReference<>(rules.rfm().startingCutPoints());
    public final CustomerList list = new InMemoryCustomerList(store);
    public final RegisterCustomer register = new RegisterCustomer(store, new InMemoryIdentities(), rules.lifecycle(),
            clock);
    public final AssessCustomer assess = new AssessCustomer(store, facts, rules.rfm(), shop -> cutPoints.get(),
            rules.lifecycle(), clock);

    public Customer customer(String id) {
        return store.find(id).orElseThrow().aggregate();
    }
}
