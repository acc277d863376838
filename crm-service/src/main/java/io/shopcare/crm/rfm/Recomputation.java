package io.shopcare.crm.rfm;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;

/**
 * A recomputation of a shop's cut points, cut into pieces: whoever finds it left half-way goes on where it stopped.
 *
 * @param number     of this run in the shop, from 1
 * @param after      last customer scored; null before the first piece
 * @param scored     customers so far
 * @param total      customers when the scoring began
 * @param finishedAt null while it runs
 */
record Recomputation(int number, RecomputationState state, Actor startedBy, Instant startedAt,
        @Nullable String after, long scored, long total, @Nullable Instant finishedAt) {

    static Recomputation start(int number, Actor by, Instant at) {
        return new Recomputation(number, RecomputationState.MEASURING, by, at, null, 0, 0, null);
    }

    Recomputation measured(long customers) {
        return new Recomputation(number, to(RecomputationState.SCORING), startedBy, startedAt, null, 0, customers,
                null);
    }

    Recomputation scored(String last, int more) {
        return new Recomputation(number, state, startedBy, startedAt, last, scored + more, total, null);
    }

    Recomputation finished(Instant at) {
        return new Recomputation(number, to(RecomputationState.DONE), startedBy, startedAt, null, scored, total, at);
    }

    private RecomputationState to(RecomputationState next) {
        if (!state.next().contains(next))
            throw new IllegalStateException(next + " does not follow " + state);
        return next;
    }
}
