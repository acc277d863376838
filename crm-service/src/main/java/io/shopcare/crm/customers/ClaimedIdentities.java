package io.shopcare.crm.customers;

import java.util.Optional;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.platform.store.Claims;

/** {@link Identities} as claims: of two who link one buyer at once, one wins and both know whom. */
record ClaimedIdentities(Claims claims) implements Identities {

    @Override
    public Optional<String> customerOf(Buyer buyer) {
        return claims.holder(name(buyer));
    }

    @Override
    public String link(Buyer buyer, String customerId) {
        return claims.claim(name(buyer), customerId);
    }

    private static String name(Buyer buyer) {
        return "buyer/" + buyer.key();
    }
}
