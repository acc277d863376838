package io.shopcare.crm.customers;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.store.Claims;

/**
 * {@link Identities} as claims: of two who link one buyer at once, one wins and both know whom. A link is for ever, so that
 * it is read once while a buyer's events come in.
 */
final class ClaimedIdentities implements Identities {
    private static final int MOST = 10_000;

    private final Claims claims;
    private final Cache<String, String> known = Caffeine.newBuilder().maximumSize(MOST).build();

    ClaimedIdentities(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Optional<String> customerOf(Buyer buyer) {
        var name = name(buyer);
        return Optional.ofNullable(known.getIfPresent(name)).or(() -> claims.holder(name).map(id -> kept(name, id)));
    }

    @Override
    public String link(Buyer buyer, String customerId) {
        var name = name(buyer);
        return kept(name, claims.claim(name, customerId));
    }

    private String kept(String name, String customerId) {
        known.put(name, customerId);
        return customerId;
    }

    private static String name(Buyer buyer) {
        return "buyer/" + buyer.key();
    }
}
