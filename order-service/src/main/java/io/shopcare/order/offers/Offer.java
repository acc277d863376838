package io.shopcare.order.offers;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.catalogue.Sku.Owner;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Rider;

/**
 * An offer (优惠活动) or a coupon (优惠券), in its present version; earlier ones are kept beside it.
 *
 * @param offerId unique in the shop; buyers name a coupon by it
 * @param version of its terms, from 1
 * @param owner   system that it comes from; null when it is edited here
 * @param ended   whether it was ended before its time
 */
public record Offer(String shop, String offerId, int version, Terms terms, @Nullable Owner owner, boolean ended) {
    /** Name of the collection of all versions. */
    static final String VERSIONS = "offer_versions";

    /** A version as it was made. */
    public record Version(int version, Terms terms, boolean ended, ActorRef by, Instant at) {}

    /** Id of its document. */
    public static String id(String shop, String offerId) {
        return shop + "/" + offerId;
    }

    static Decision<Offer> make(String shop, String offerId, Terms terms, @Nullable Owner from, ActorRef by,
            Instant at) {
        return revised(new Offer(shop, offerId, 1, terms, from, false), by, at);
    }

    /** @param from system that sends it; null when a person edits it here */
    Decision<Offer> revise(Terms next, @Nullable Owner from, ActorRef by, Instant at) {
        if (owner != null && (from == null || !from.system().equals(owner.system())))
            return Decision.reject(Rejection.rule("owned-elsewhere", Map.of("sku", offerId, "owner", owner.system())));
        if (from != null && owner != null && from.revision() != null && owner.revision() != null
                && from.revision() <= owner.revision())
            return Decision.unchanged(this);
        if (!isNews(next, from))
            return Objects.equals(from, owner)
                    ? Decision.unchanged(this)
                    : Decision.accept(new Offer(shop, offerId, version, terms, from, ended));
        return revised(new Offer(shop, offerId, version + 1, next, from, false), by, at);
    }

    /** Whether it makes a new version. What was ended here stays so until its owner sends other terms. */
    boolean isNews(Terms next, @Nullable Owner from) {
        return !next.equals(terms) || ended && from == null;
    }

    /** No more orders get it; those that have it keep it. */
    Decision<Offer> end(ActorRef by, Instant at) {
        return ended
                ? Decision.unchanged(this)
                : revised(new Offer(shop, offerId, version + 1, terms, owner, true), by, at);
    }

    private static Decision<Offer> revised(Offer next, ActorRef by, Instant at) {
        var terms = next.terms;
        return Decision.accept(next, new OfferRevised(next.shop, id(next.shop, next.offerId), next.offerId,
                next.version, terms.name(), kind(terms.benefit()), terms.coupon(), terms.from(), terms.until(),
                next.ended, next.owner == null ? null : next.owner.system()))
                .filing(new Rider(VERSIONS, Rider.number(next.version),
                        new Version(next.version, terms, next.ended, by, at)));
    }

    private static String kind(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Discount discount -> "discount";
            case Benefit.Threshold threshold -> "threshold";
            case Benefit.Bundle bundle -> "bundle";
        };
    }
}
