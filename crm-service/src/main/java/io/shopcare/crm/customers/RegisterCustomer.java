package io.shopcare.crm.customers;

import java.time.Clock;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.lifecycle.LifecycleRules;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Claims;

/**
 * Makes a profile for a buyer who is not known yet (C1). The profile's id derives from the buyer, so that whoever hears of
 * them at the same time means the same document; the link is made after it, so that a link always leads somewhere.
 */
public final class RegisterCustomer {
    private final AggregateStore<Customer> customers;
    private final Identities identities;
    private final LifecycleRules lifecycle;
    private final Clock clock;

    RegisterCustomer(AggregateStore<Customer> customers, Identities identities, LifecycleRules lifecycle,
            Clock clock) {
        this.customers = customers;
        this.identities = identities;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /** In these stores and by these claims. */
    public static RegisterCustomer in(AggregateStore<Customer> customers, Claims claims, LifecycleRules lifecycle,
            Clock clock) {
        return new RegisterCustomer(customers, new ClaimedIdentities(claims), lifecycle, clock);
    }

    /** @return the customer's id, of old or made now */
    public String handle(Buyer buyer, FirstHeard firstHeard) {
        return identities.customerOf(buyer).orElseGet(() -> identities.link(buyer, register(buyer, firstHeard)));
    }

    private String register(Buyer buyer, FirstHeard firstHeard) {
        var id = Ids.derived("customer", buyer.shop(), buyer.channel(), buyer.buyerId());
        if (customers.find(id).isEmpty())
            customers.create(id, CommandContext.bySystem("profile"),
                    () -> Customer.register(id, buyer, firstHeard, lifecycle.version(), clock.instant()));
        return id;
    }
}
