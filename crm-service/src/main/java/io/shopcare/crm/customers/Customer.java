package io.shopcare.crm.customers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.facts.History;
import io.shopcare.crm.facts.Purchase;
import io.shopcare.crm.figures.Figures;
import io.shopcare.crm.lifecycle.Stage;
import io.shopcare.crm.scoring.Group;
import io.shopcare.crm.scoring.Standing;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Decision;

/**
 * A person who buys, or may buy, in one shop.
 *
 * @param customerId   id of this profile
 * @param buyers       identities known to be this person
 * @param firstHeard   the event that made the profile
 * @param registeredAt when it was made
 * @param stage        by {@code limits}, the version of the lifecycle's rules
 * @param group        of the standing; prospects until there is one
 * @param standing     null until the first payment
 * @param nextLookAt   when time alone may change score or stage; null where it can't
 */
public record Customer(String customerId, String shop, List<Buyer> buyers, FirstHeard firstHeard, Instant registeredAt,
        Attributes attributes, Figures figures, Stage stage, String limits, Group group, @Nullable Standing standing,
        @Nullable Instant nextLookAt) {

    /** How customers are kept. */
    public static final AggregateType<Customer> TYPE = new AggregateType<>("customer", Customer.class, "customers",
            "shopcare.crm.customers", Customer::shop);

    public Customer {
        buyers = List.copyOf(buyers);
    }

    /** A profile of somebody of whom nothing is known but this one event. */
    static Decision<Customer> register(String customerId, Buyer buyer, FirstHeard firstHeard, String limits,
            Instant at) {
        var customer = new Customer(customerId, buyer.shop(), List.of(buyer), firstHeard, at, Attributes.UNKNOWN,
                Figures.NONE, Stage.POTENTIAL, limits, Group.PROSPECTS, null, null);
        return Decision.accept(customer,
                new CustomerEvent.Registered(buyer.shop(), customerId, customer.buyers, firstHeard));
    }

    /** Takes in all that is known by now; tells what changed by it, or by time. */
    Decision<Customer> assess(History history, Yardsticks by, Instant at) {
        var purchases = history.purchases();
        var nowStanding = by.scoring().assess(purchases, at).orElse(null);
        var nowStage = by.lifecycle().stage(purchases, at);
        var next = new Customer(customerId, shop, buyers, firstHeard, registeredAt, Attributes.of(history),
                Figures.of(history), nowStage, by.lifecycle().version(),
                nowStanding == null ? Group.PROSPECTS : nowStanding.score().group(), nowStanding,
                nextLook(purchases, by, at));
        var events = new ArrayList<CustomerEvent>();
        if (nowStanding != null && (standing == null || !nowStanding.score().equals(standing.score())))
            events.add(rfmChanged(nowStanding, purchases, by));
        if (nowStage != stage)
            events.add(new CustomerEvent.LifecycleChanged(shop, customerId, buyers, stage, nowStage,
                    by.lifecycle().version()));
        return Decision.accept(next, events.toArray());
    }

    private CustomerEvent rfmChanged(Standing now, List<Purchase> purchases, Yardsticks by) {
        var measure = now.measure();
        return new CustomerEvent.RfmChanged(shop, customerId, buyers, standing == null ? null : standing.score(),
                now.score(), now.cutPoints(), by.scoring().rules().windowDays(),
                measure == null ? 0 : measure.orders(),
                measure == null ? Money.zero(purchases.getLast().paid().currency()) : measure.net(),
                measure == null ? null : measure.lastOrderAt());
    }

    private static @Nullable Instant nextLook(List<Purchase> purchases, Yardsticks by, Instant at) {
        return Stream.of(by.scoring().nextChange(purchases, at), by.lifecycle().nextChange(purchases, at))
                .flatMap(Optional::stream).min(Instant::compareTo).orElse(null);
    }
}
