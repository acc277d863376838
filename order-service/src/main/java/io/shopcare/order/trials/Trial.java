package io.shopcare.order.trials;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.Verdict;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Figure;
import io.shopcare.platform.store.Deadline;
import io.shopcare.platform.store.Decision;

/**
 * A version of a shop's rules is tried on its past orders, the newest first. How far it is and what has come of it is one
 * document: whoever goes on after a crash begins where the last batch was counted, and no order counts twice.
 *
 * @param version  as audits would name it
 * @param reached  the last order that was counted; null before the first
 * @param goOnAt   when the next batches are due; null at the end
 */
record Trial(String trialId, String shop, String ruleSetId, String version, Window window, TrialState state,
        @Nullable Place reached, Tally tally, List<Sample> samples, ActorRef startedBy, Instant startedAt,
        @Nullable Instant finishedAt, @Nullable Instant goOnAt) {
    static final String GO_ON = "go-on";
    private static final int SAMPLES_OF_A_RULE = 5;

    /** Orders placed from {@code from}, before {@code until}. */
    record Window(Instant from, Instant until) {}

    /** An order's place in the list, newest first. */
    record Place(Instant placedAt, String orderId) {}

    /**
     * An order that a rule would say something about.
     *
     * @param heldThen whether the rules of its time held it
     */
    record Sample(String orderId, String orderNo, String rule, Verdict verdict, String code, List<Figure> figures,
            boolean heldThen) {}

    /**
     * What came of the orders after {@code from}.
     *
     * @param to where it ended; null when there was none left
     */
    record Batch(@Nullable Place from, @Nullable Place to, Tally tally, List<Sample> samples) {}

    Trial {
        samples = List.copyOf(samples);
    }

    static Decision<Trial> start(String trialId, String shop, String ruleSetId, String version, Window window,
            ActorRef by, Instant now) {
        return Decision.accept(new Trial(trialId, shop, ruleSetId, version, window, TrialState.RUNNING, null,
                Tally.NOTHING, List.of(), by, now, null, now));
    }

    static Deadline<Trial> goOn() {
        return Deadline.handled(GO_ON, Trial::goOnAt);
    }

    /** Counts a batch, once: one that somebody else has counted meanwhile changes nothing. */
    Decision<Trial> count(Batch batch, Instant now) {
        if (state != TrialState.RUNNING || !java.util.Objects.equals(reached, batch.from()))
            return Decision.unchanged(this);
        boolean done = batch.to() == null;
        return Decision.accept(new Trial(trialId, shop, ruleSetId, version, window,
                done ? state.to(TrialState.FINISHED) : state, done ? reached : batch.to(), batch.tally(),
                few(batch.samples()), startedBy, startedAt, done ? now : null, done ? null : now));
    }

    /** Some of each rule are enough to see what it does: of orders that were held, and of those that were not. */
    private List<Sample> few(List<Sample> found) {
        var kept = new ArrayList<>(samples);
        for (var sample : found) {
            long ofTheRule = kept.stream().filter(other -> other.rule().equals(sample.rule())
                    && other.heldThen() == sample.heldThen()).count();
            if (ofTheRule < SAMPLES_OF_A_RULE)
                kept.add(sample);
        }
        return kept;
    }
}
