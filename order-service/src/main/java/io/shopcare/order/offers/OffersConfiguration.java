package io.shopcare.order.offers;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Deadline;

/** Where offers and their uses are kept. */
@Configuration(proxyBeanMethods = false)
class OffersConfiguration {
    private static final String TOPIC = "shopcare.order.offers";
    private static final String LOOK = "look-after-claims";

    @Bean
    AggregateType<Offer> offerType() {
        return new AggregateType<>("offer", Offer.class, "offers", TOPIC, Offer::shop);
    }

    @Bean
    AggregateStore<Offer> offers(AggregateStores stores, AggregateType<Offer> offerType) {
        return stores.of(offerType);
    }

    @Bean
    AggregateType<OfferUses> offerUsesType() {
        return new AggregateType<>("offer-uses", OfferUses.class, "offer_uses", TOPIC, OfferUses::shop)
                .withDeadlines(List.of(Deadline.handled(LOOK, OfferUses::lookAt)));
    }

    @Bean
    AggregateStore<OfferUses> offerUses(AggregateStores stores, AggregateType<OfferUses> offerUsesType) {
        return stores.of(offerUsesType);
    }

    @Bean
    DeadlineHandler claimsOfOffers(AggregateType<OfferUses> offerUsesType, UseOffers uses, OrdersThatExist orders) {
        return DeadlineHandler.of(offerUsesType, LOOK,
                (usesId, now) -> uses.look(usesId, now, orders));
    }
}
