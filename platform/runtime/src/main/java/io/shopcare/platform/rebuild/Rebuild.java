package io.shopcare.platform.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is, and what it found.
 *
 * @param seenAt      when it was last known to be alive
 * @param records     read so far
 * @param of          how many there are to read
 * @param compared    documents
 * @param setAside    records that were left out, because the live consumer has them parked or discarded
 * @param failed      records that could not be handled here although the live consumer did
 * @param differences the first of them
 * @param different   how many there are
 * @param problem     why it was broken off; null when it was not
 */
public record Rebuild(String rebuildId, Phase phase, Instant startedAt, Instant seenAt, long records, long of,
        long compared, long setAside, long failed, List<Difference> differences, int different,
        @Nullable String problem) {
    private static final Duration SILENT = Duration.ofSeconds(60);

    /** Where it is. */
    public enum Phase {
        /** Topics into the shadow. */
        READING,
        /** For the live consumers to reach where the shadow is. */
        WAITING,
        /** Shadow and live documents. */
        COMPARING,
        /** Everything was compared; {@code different} says what came of it. */
        FINISHED,
        /** Nothing is known; to be repeated. */
        BROKEN_OFF;

        boolean isEnd() {
            return this == FINISHED || this == BROKEN_OFF;
        }
    }

    static Rebuild begin(String id, Instant now) {
        return new Rebuild(id, Phase.READING, now, now, 0, 0, 0, 0, 0, List.of(), 0, null);
    }

    /** Whether somebody works on it, as far as one can tell. */
    boolean isUnderWay(Instant now) {
        return !phase.isEnd() && seenAt.plus(SILENT).isAfter(now);
    }

    Rebuild reading(long read, long all, long aside, long bad, Instant now) {
        return new Rebuild(rebuildId, Phase.READING, startedAt, now, read, all, compared, aside, bad, differences,
                different, problem);
    }

    Rebuild in(Phase next, Instant now) {
        return new Rebuild(rebuildId, next, startedAt, now, records, of, compared, setAside, failed, differences,
                different, problem);
    }

    Rebuild comparing(long documents, Instant now) {
        return new Rebuild(rebuildId, Phase.COMPARING, startedAt, now, records, of, documents, setAside, failed,
                differences, different, problem);
    }

    Rebuild finished(List<Difference> found, Instant now) {
        return new Rebuild(rebuildId, Phase.FINISHED, startedAt, now, records, of, compared, setAside, failed,
                found.subList(0, Math.min(100, found.size())), found.size(), null);
    }

    Rebuild brokenOff(String why, Instant now) {
        return new Rebuild(rebuildId, Phase.BROKEN_OFF, startedAt, now, records, of, compared, setAside, failed,
                differences, different, why);
    }
}
