package io.shopcare.order.logistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** Standard state of a scan (rules.md, Logistics), by the carrier network's own code. */
public enum TrackingState {
    COLLECTED(1, 1), IN_TRANSIT(0, 2), FORWARDED(7, 2), AWAITING_CUSTOMS(10, 3), IN_CUSTOMS(11, 4), CUSTOMS_PROBLEM(13,
            5),
    CLEARED(12, 6), OUT_FOR_DELIVERY(5, 7), PROBLEM(2, 8), REFUSED(14, 9), RETURNING(6,
            10),
    RETURN_SIGNED(4, 11), SIGNED(3, 12);

    private final int code;
    private final int progress;

    TrackingState(int code, int progress) {
        this.code = code;
        this.progress = progress;
    }

    /** By the number that a carrier sends. */
    public static Optional<TrackingState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> Integer.toString(state.code).equals(code)).findFirst();
    }

    /** As stored and told: {@code out-for-delivery}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing that a carrier says later takes it back. */
    public boolean isFinal() {
        return this == SIGNED || this == RETURN_SIGNED;
    }

    /** How far along the way; decides between scans that the carrier's clocks can't put in order. */
    int progress() {
        return progress;
    }
}
