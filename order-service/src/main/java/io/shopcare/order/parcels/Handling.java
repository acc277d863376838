package io.shopcare.order.parcels;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who did what to a parcel in the house, as far as later stages ask for it.
 *
 * @param pickedBy     who took the goods from the shelf
 * @param inspection   the last one, right or not
 * @param weighedGrams the last weighing, right or not
 * @param shippedAt    when the carrier took it
 */
public record Handling(@Nullable String pickedBy, @Nullable Inspection inspection, @Nullable Integer weighedGrams,
        @Nullable Instant shippedAt) {
    static Handling none() {
        return new Handling(null, null, null, null);
    }

    Handling pickedBy(String picker) {
        return new Handling(picker, inspection, weighedGrams, shippedAt);
    }

    Handling inspected(Inspection found) {
        return new Handling(pickedBy, found, weighedGrams, shippedAt);
    }

    Handling weighed(int grams) {
        return new Handling(pickedBy, inspection, grams, shippedAt);
    }

    Handling shipped(Instant at) {
        return new Handling(pickedBy, inspection, weighedGrams, at);
    }
}
