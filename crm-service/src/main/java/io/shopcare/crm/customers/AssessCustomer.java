package io.shopcare.crm.customers;

import java.time.Clock;

import io.shopcare.crm.facts.FactBook;
import io.shopcare.crm.lifecycle.LifecycleRules;
import io.shopcare.crm.scoring.CurrentCutPoints;
import io.shopcare.crm.scoring.RfmRules;
import io.shopcare.crm.scoring.Scoring;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;

/**
 * Computes figures, score and stage of one customer anew (C3, C4, C5).
 *
 * <p>Facts and cut points are read after the profile was loaded and before it is written on condition that nobody wrote
 * in between. So of two consumers that hear about one customer at once, the one that writes last has seen the facts of
 * both. {@code figures.heard} grows with every fact, so a result that happens to look the same is written all the same.
 */
public final class AssessCustomer {
    private final AggregateStore<Customer> customers;
    private final FactBook facts;
    private final RfmRules rfm;
    private final CurrentCutPoints cutPoints;
    private final LifecycleRules lifecycle;
    private final Clock clock;

    /** By facts and in a store that belong together. */
    public AssessCustomer(AggregateStore<Customer> customers, FactBook facts, RfmRules rfm, CurrentCutPoints cutPoints,
            LifecycleRules lifecycle, Clock clock) {
        this.customers = customers;
        this.facts = facts;
        this.rfm = rfm;
        this.cutPoints = cutPoints;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * @param why named as the actor of what follows: the figures, a score or time
     */
    public void handle(String customerId, String why) {
        customers.decide(customerId, CommandContext.bySystem(why),
                customer -> customer.assess(facts.of(customer.buyers()),
                        new Yardsticks(new Scoring(rfm, cutPoints.of(customer.shop())), lifecycle), clock.instant()));
    }
}
