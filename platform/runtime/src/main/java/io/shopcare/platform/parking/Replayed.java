package io.shopcare.platform.parking;

import org.jspecify.annotations.Nullable;

/**
 * What a replay came to.
 *
 * @param ran   records whose handler succeeded
 * @param left  records that wait still
 * @param cause why it stopped; null when it did not stop at a failure
 */
public record Replayed(Outcome outcome, int ran, long left, @Nullable Cause cause) {

    /** How it ended. */
    public enum Outcome {
        /** Nothing waits: the key is free. */
        FREE,
        /** Its time was up, or a record is about to queue; the next replay goes on from here. */
        UNFINISHED,
        /** A record failed again; it and those behind it stay parked. */
        FAILED,
        /** Something around is away, which says nothing about the records; to be tried again later. */
        AWAY,
        /** Another replay has the key. */
        BUSY
    }
}
