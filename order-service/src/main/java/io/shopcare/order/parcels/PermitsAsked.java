package io.shopcare.order.parcels;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody asks the orders of a parcel for their permits to print it. Kept by the parcel, so that whoever dies in between
 * leaves no order with a permit that nobody uses.
 *
 * @param over whether the permits are going back: nothing is printed by them any more
 */
record PermitsAsked(String token, Instant at, boolean over) {
    /** Longer than any clerk's request lasts. */
    private static final Duration BACK_AFTER = Duration.ofMinutes(1);

    PermitsAsked end() {
        return new PermitsAsked(token, at, true);
    }

    Instant backAt() {
        return over ? at : at.plus(BACK_AFTER);
    }
}
