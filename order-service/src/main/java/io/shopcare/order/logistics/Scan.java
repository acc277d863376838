package io.shopcare.order.logistics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * One scan (轨迹) of a carrier. Place and text may name people: they are shown to the buyer and the shop, never published
 * or logged.
 *
 * @param subState the carrier network's finer code; null when it sent none
 * @param said     the time that the carrier gave
 * @param at       the same, but never after we heard of it
 */
public record Scan(TrackingState state, @Nullable String subState, Instant said, Instant at, String place,
        String text) {
    /** A clock ahead of ours by no more than this is as good as ours. */
    static final Duration SKEW = Duration.ofMinutes(5);

    /** As it was heard; times in whole milliseconds, as they are kept, or a repeat would look like another scan. */
    public static Scan heard(TrackingState state, @Nullable String subState, Instant said, String place, String text,
            Instant now) {
        var whole = said.truncatedTo(ChronoUnit.MILLIS);
        return new Scan(state, subState, whole, whole.isAfter(now) ? now : whole, place, text);
    }

    /** How it was handed over, if this scan says that it was. */
    public Handover handover() {
        return Handover.ofSubState(subState);
    }

    /** Whether it tells the same thing; a carrier repeats itself, and corrects its texts. */
    boolean repeats(Scan other) {
        return state == other.state && said.equals(other.said)
                && String.valueOf(subState).equals(String.valueOf(other.subState));
    }

    @Override
    public String toString() {
        return "Scan[" + state + " " + said + "]";
    }
}
