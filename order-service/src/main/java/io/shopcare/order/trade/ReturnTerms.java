package io.shopcare.order.trade;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Facts of the product page that decide a return without reason (rules.md R1 to R4).
 *
 * @param excluded    R2: never returnable without reason; null for other goods
 * @param conditional R3: not returnable without reason if the buyer confirmed it; null for other goods
 * @param confirmedAt R3: when the buyer confirmed it for this purchase
 * @param intact      R4: what breaks the intact condition
 * @param days        R1: days that the shop promises, never fewer than the law's seven; null as the policy says
 */
public record ReturnTerms(@Nullable String excluded, @Nullable String conditional, @Nullable Instant confirmedAt,
        String intact, @Nullable Integer days) {

    /** Ordinary goods under the law's own terms. */
    public static ReturnTerms ordinary() {
        return new ReturnTerms(null, null, null, "general", null);
    }
}
