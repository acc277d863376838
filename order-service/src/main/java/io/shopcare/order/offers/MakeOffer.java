package io.shopcare.order.offers;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Makes, changes and ends offers. Orders keep what they were given. */
@Component
public class MakeOffer {
    private final AggregateStore<Offer> offers;
    private final Clock clock;

    public MakeOffer(AggregateStore<Offer> offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    /** @param from system that sends it; null when a person edits it here */
    public Outcome<Offer> handle(String shop, String offerId, Terms terms, Sku.@Nullable Owner from,
            CommandContext context) {
        var by = ActorRef.of(context.actor());
        return offers.decideOrCreate(Offer.id(shop, offerId), context,
                () -> Offer.make(shop, offerId, terms, from, by, clock.instant()),
                known -> known.revise(terms, from, by, clock.instant()));
    }

    /** No order gets it from now on. */
    public Outcome<Offer> end(String shop, String offerId, CommandContext context) {
        return offers.decide(Offer.id(shop, offerId), context,
                known -> known.end(ActorRef.of(context.actor()), clock.instant()));
    }
}
