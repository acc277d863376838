package io.shopcare.order.offers;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * Who has used an offer that is not given without end: one document for all of its uses, and one for those of each buyer.
 * An order claims a use under its own id, so that every step may be repeated; a claim whose order was never written goes
 * back by a deadline.
 *
 * @param claims by order; firm when the order is there
 * @param spent  by orders that are over: these never come back
 */
public record OfferUses(String usesId, String shop, String offerId, Map<String, Claim> claims, int spent) {
    static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

    /** @param at when it was taken, or taken again */
    record Claim(Instant at, boolean firm) {}

    public OfferUses {
        claims = Map.copyOf(claims);
    }

    /** Id of the document about all uses. */
    static String idOf(String shop, String offerId) {
        return shop + "/" + offerId;
    }

    /** Id of the document about one buyer's uses. */
    static String idOf(String shop, String offerId, String channel, String buyerId) {
        return shop + "/" + offerId + "/" + channel + "/" + buyerId;
    }

    static OfferUses none(String usesId, String shop, String offerId) {
        return new OfferUses(usesId, shop, offerId, Map.of(), 0);
    }

    int used() {
        return spent + claims.size();
    }

    int usedByOthers(@Nullable String orderId) {
        return orderId != null && claims.containsKey(orderId) ? used() - 1 : used();
    }

    /** Takes a use, or renews one that is not firm yet. */
    Decision<OfferUses> claim(String orderId, int limit, Rejection ifNone, Instant at) {
        var known = claims.get(orderId);
        if (known != null)
            return known.firm() ? Decision.unchanged(this) : Decision.accept(with(orderId, new Claim(at, false)));
        return used() < limit
                ? Decision.accept(with(orderId, new Claim(at, false)))
                : Decision.reject(ifNone);
    }

    /**
     * The order is there. One that took minutes to be written may find its use given back: it was promised its price, so it
     * keeps it.
     */
    Decision<OfferUses> confirm(String orderId, Instant at) {
        var known = claims.get(orderId);
        return known != null && known.firm()
                ? Decision.unchanged(this)
                : Decision.accept(with(orderId, new Claim(at,
                        true)));
    }

    /** The order is off, or all of it was refunded. */
    Decision<OfferUses> giveBack(String orderId) {
        return claims.containsKey(orderId)
                ? Decision.accept(new OfferUses(usesId, shop, offerId, without(orderId), spent))
                : Decision.unchanged(this);
    }

    /** The order is over. */
    Decision<OfferUses> spend(String orderId) {
        return claims.containsKey(orderId)
                ? Decision.accept(new OfferUses(usesId, shop, offerId, without(orderId), spent + 1))
                : Decision.unchanged(this);
    }

    /** Orders that were being placed and should be there by now. */
    List<String> abandoned(Instant now) {
        return claims.entrySet().stream()
                .filter(claim -> !claim.getValue().firm() && !claim.getValue().at().plus(GIVE_UP_AFTER).isAfter(now))
                .map(Map.Entry::getKey).sorted().toList();
    }

    /** When somebody looks whether they are; null when nobody has to. */
    @Nullable
    Instant lookAt() {
        return claims.values().stream().filter(claim -> !claim.firm()).map(claim -> claim.at().plus(GIVE_UP_AFTER))
                .min(Comparator.naturalOrder()).orElse(null);
    }

    private OfferUses with(String orderId, Claim claim) {
        var next = new LinkedHashMap<>(claims);
        next.put(orderId, claim);
        return new OfferUses(usesId, shop, offerId, next, spent);
    }

    private Map<String, Claim> without(String orderId) {
        var next = new LinkedHashMap<>(claims);
        next.remove(orderId);
        return next;
    }
}
