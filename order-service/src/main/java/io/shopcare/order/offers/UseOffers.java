package io.shopcare.order.offers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Stored;

/** Uses of offers that have limits: claimed before an order is written, firm with it, given back when it is off. */
@Component
public class UseOffers {
    private final AggregateStore<OfferUses> uses;
    private final Clock clock;

    public UseOffers(AggregateStore<OfferUses> offerUses, Clock clock) {
        this.uses = offerUses;
        this.clock = clock;
    }

    /** An offer that an order got; {@code limits} as they were then. */
    public record Used(String offerId, Terms.Limits limits) {
        /** Of this version of the offer. */
        public static Used of(Offer offer) {
            return new Used(offer.offerId(), offer.terms().limits());
        }
    }

    /**
     * How often an offer may still be given to this buyer, as far as is known now.
     *
     * @param orderId that asks: what it has claimed already does not count against it; null for a quote
     */
    public Left left(Offer offer, Buyer buyer, @Nullable String orderId) {
        var limits = offer.terms().limits();
        return new Left(left(limits.total(), OfferUses.idOf(offer.shop(), offer.offerId()), orderId),
                left(limits.perBuyer(), ofBuyer(offer.offerId(), buyer), orderId));
    }

    /** Takes a use of each, or of none; empty when all are taken. The same again renews them. */
    public Optional<Rejection> claim(String orderId, Buyer buyer, List<Used> used) {
        for (var one : used)
            for (var limit : limits(one, buyer)) {
                var taken = uses.decideOrCreate(limit.usesId(), CommandContext.bySystem("claim-offer"),
                        () -> none(limit, one, buyer).claim(orderId, limit.most(), limit.ifNone(), clock.instant()),
                        known -> known.claim(orderId, limit.most(), limit.ifNone(), clock.instant()));
                if (taken instanceof Outcome.Rejected<OfferUses>(var why)) {
                    giveBack(orderId, buyer, used);
                    return Optional.of(why);
                }
            }
        return Optional.empty();
    }

    /** The order is there. */
    public void confirm(String orderId, Buyer buyer, List<Used> used) {
        for (var one : used)
            for (var limit : limits(one, buyer))
                uses.decideOrCreate(limit.usesId(), CommandContext.bySystem("confirm-offer"),
                        () -> none(limit, one, buyer).confirm(orderId, clock.instant()),
                        known -> known.confirm(orderId, clock.instant()));
    }

    /** The order is off, or all of it was refunded. */
    public void giveBack(String orderId, Buyer buyer, List<Used> used) {
        each(orderId, buyer, used, "give-back-offer", known -> known.giveBack(orderId));
    }

    /** The order is over, and the use never comes back. */
    public void spend(String orderId, Buyer buyer, List<Used> used) {
        each(orderId, buyer, used, "spend-offer", known -> known.spend(orderId));
    }

    /** Orders that should be there by now either are, or their uses go back. */
    void look(String usesId, Instant now, OrdersThatExist orders) {
        var found = uses.find(usesId).map(Stored::aggregate);
        for (var orderId : found.map(known -> known.abandoned(now)).orElse(List.of())) {
            boolean isThere = orders.got(orderId, found.get().offerId());
            uses.decide(usesId, CommandContext.bySystem("look-after-offer"),
                    known -> isThere
                            ? known.confirm(orderId, clock.instant())
                            : known.abandoned(now).contains(orderId)
                                    ? known.giveBack(orderId)
                                    : Decision.unchanged(known));
        }
    }

    private void each(String orderId, Buyer buyer, List<Used> used, String name,
            java.util.function.Function<OfferUses, Decision<OfferUses>> step) {
        for (var one : used)
            for (var limit : limits(one, buyer))
                uses.decide(limit.usesId(), CommandContext.bySystem(name), step);
    }

    /** A document, how many uses it has, and what is said when none is left. */
    private record Limit(String usesId, int most, Rejection ifNone) {}

    private static List<Limit> limits(Used used, Buyer buyer) {
        var limits = new ArrayList<Limit>();
        var total = used.limits().total();
        if (total != null)
            limits.add(new Limit(OfferUses.idOf(buyer.shop(), used.offerId()), total,
                    Rejection.notNow("offer-used-up", Map.of("offer", used.offerId(), "total", total))));
        var perBuyer = used.limits().perBuyer();
        if (perBuyer != null)
            limits.add(new Limit(ofBuyer(used.offerId(), buyer), perBuyer,
                    Rejection.notNow("offer-used-by-buyer", Map.of("offer", used.offerId(), "times", perBuyer))));
        return limits;
    }

    private static OfferUses none(Limit limit, Used used, Buyer buyer) {
        return OfferUses.none(limit.usesId(), buyer.shop(), used.offerId());
    }

    private static String ofBuyer(String offerId, Buyer buyer) {
        return OfferUses.idOf(buyer.shop(), offerId, buyer.channel(), buyer.buyerId());
    }

    private @Nullable Integer left(@Nullable Integer limit, String usesId, @Nullable String orderId) {
        return limit == null
                ? null
                : limit - uses.find(usesId).map(stored -> stored.aggregate().usedByOthers(orderId)).orElse(0);
    }
}
