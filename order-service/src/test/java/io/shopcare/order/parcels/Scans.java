package io.shopcare.order.parcels;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.logistics.Scan;
import io.shopcare.order.logistics.TrackingState;

/** What carriers say. */
final class Scans {
    private Scans() {}

    static Scan collected(Instant at) {
        return scan(TrackingState.COLLECTED, "103", at);
    }

    static Scan signed(String subState, Instant at) {
        return scan(TrackingState.SIGNED, subState, at);
    }

    static Scan scan(TrackingState state, @Nullable String subState, Instant at) {
        return new Scan(state, subState, at, at, "杭州", "");
    }
}
