package io.shopcare.aftersale.policies;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What the product page said about returning, as the buyer saw it when ordering.
 *
 * @param excluded    R2: kind of goods that are never returnable without reason; null for others
 * @param conditional R3: kind of goods that are not returnable if the buyer confirmed so; null for others
 * @param confirmedAt R3: when the buyer confirmed it for this purchase; null when never
 * @param intact      R4: what breaks the intact condition, a key of the rule
 * @param days        R1: days that the shop promised; null where it promised none of its own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReturnTerms(@Nullable String excluded, @Nullable String conditional, @Nullable Instant confirmedAt,
        String intact, @Nullable Integer days) {

    /** Terms of goods that no exception speaks of. */
    public static ReturnTerms ordinary(String intact) {
        return new ReturnTerms(null, null, null, intact, null);
    }
}
