package io.shopcare.crm.customers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.lifecycle.Stage;
import io.shopcare.crm.scoring.Score;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventType;

/** What happens to a customer. */
public sealed interface CustomerEvent {

    /** A person was heard of for the first time. */
    @EventType("customer.registered.v1")
    record Registered(String shop, String customerId, List<Buyer> buyers, FirstHeard firstHeard)
            implements
                CustomerEvent {}

    /** The score moved, by a purchase, a refund, new cut points or time alone. */
    @EventType("customer.rfm-changed.v1")
    record RfmChanged(String shop, String customerId, List<Buyer> buyers, @Nullable Score from, Score to,
            String cutPoints, int windowDays, int orders, Money net, @Nullable Instant lastOrderAt)
            implements
                CustomerEvent {}

    /** The customer moved to another stage. */
    @EventType("customer.lifecycle-changed.v1")
    record LifecycleChanged(String shop, String customerId, List<Buyer> buyers, Stage from, Stage to, String limits)
            implements
                CustomerEvent {}
}
