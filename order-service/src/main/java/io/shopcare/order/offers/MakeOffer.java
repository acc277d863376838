package io.shopcare.order.offers;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Makes, changes and ends offers. Orders keep what they were given. */
@Component
public class MakeOffer {
    /** Offers for everybody that a shop has at a time; each order looks at all of them. */
    static final int AT_A_TIME = 200;

    private final AggregateStore<Offer> offers;
    private final Offers others;
    private final Clock clock;

    public MakeOffer(AggregateStore<Offer> offers, Offers others, Clock clock) {
        this.offers = offers;
        this.others = others;
        this.clock = clock;
    }

    /** @param from system that sends it; null when a person edits it here */
    public Outcome<Offer> handle(String shop, String offerId, Terms terms, Sku.@Nullable Owner from,
            CommandContext context) {
        var by = ActorRef.of(context.actor());
        boolean isNews = offers.find(Offer.id(shop, offerId))
                .map(known -> known.aggregate().isNews(terms, from)).orElse(true);
        if (isNews && !terms.coupon() && most(shop, offerId, terms) >= AT_A_TIME)
            return new Outcome.Rejected<>(Rejection.rule("too-many-offers", Map.of("most", AT_A_TIME)));
        return offers.decideOrCreate(Offer.id(shop, offerId), context,
                () -> Offer.make(shop, offerId, terms, from, by, clock.instant()),
                known -> known.revise(terms, from, by, clock.instant()));
    }

    /** How many others run at the fullest moment of this time. Two at once may pass by it together; nothing is cut off. */
    private long most(String shop, String offerId, Terms terms) {
        var beside = others.during(shop, terms.from(), terms.until()).stream()
                .filter(offer -> !offer.offerId().equals(offerId)).map(Offer::terms).toList();
        return Stream.concat(Stream.of(terms), beside.stream()).map(Terms::from)
                .mapToLong(at -> beside.stream().filter(other -> other.runs(at)).count()).max().orElse(0);
    }

    /** No order gets it from now on. */
    public Outcome<Offer> end(String shop, String offerId, CommandContext context) {
        return offers.decide(Offer.id(shop, offerId), context,
                known -> known.end(ActorRef.of(context.actor()), clock.instant()));
    }
}
