package io.shopcare.order.offers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.shopcare.platform.store.Rider;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

/** {@link Offers} of a store in memory. */
public class InMemoryOffers implements Offers {
    private final InMemoryAggregateStore<Offer> store;

    public InMemoryOffers() {
        this(new InMemoryAggregateStore<>());
    }

    public InMemoryOffers(InMemoryAggregateStore<Offer> store) {
        this.store = store;
    }

    /** Where they are kept. */
    public InMemoryAggregateStore<Offer> store() {
        return store;
    }

    @Override
    public List<Offer> running(String shop, Instant at) {
        return store.all().stream().map(Stored::aggregate).filter(offer -> !offer.terms().coupon() && !offer.ended()
                && at.isBefore(offer.terms().until()) && !at.isBefore(offer.terms().from())).toList();
    }

    @Override
    public List<Offer> during(String shop, Instant from, Instant until) {
        return store.all().stream().map(Stored::aggregate).filter(offer -> !offer.terms().coupon() && !offer.ended()
                && from.isBefore(offer.terms().until()) && offer.terms().from().isBefore(until)).toList();
    }

    @Override
    public Optional<Offer> find(String shop, String offerId) {
        return store.find(Offer.id(shop, offerId)).map(Stored::aggregate);
    }

    @Override
    public Optional<Offer> find(String shop, String offerId, int version) {
        return store.filed().stream().map(Rider::content).map(Offer.Version.class::cast)
                .filter(made -> made.version() == version && find(shop, offerId).orElseThrow().terms().name()
                        .equals(made.terms().name()))
                .findFirst().map(made -> new Offer(shop, offerId, version, made.terms(), null, made.ended()));
    }
}
