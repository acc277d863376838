package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;

/**
 * What stands, or stood, in the way of an order.
 *
 * @param all   every hold, released ones too
 * @param dueAt earliest deadline of the open ones: the auditors' queue is sorted by it
 */
public record HoldsFacet(HoldState state, List<Hold> all, @Nullable Instant dueAt) {
    static final HoldsFacet CLEAR = new HoldsFacet(HoldState.CLEAR, List.of(), null);

    public HoldsFacet {
        all = List.copyOf(all);
    }

    /** Those that are open. */
    public List<Hold> open() {
        return all.stream().filter(Hold::isOpen).toList();
    }

    /** One of them. */
    public Optional<Hold> find(String holdId) {
        return all.stream().filter(hold -> hold.holdId().equals(holdId)).findFirst();
    }

    HoldsFacet with(List<Hold> more) {
        return of(state, Stream.concat(all.stream(), more.stream()).toList());
    }

    HoldsFacet release(Predicate<Hold> which, ActorRef by, Instant at, String reason) {
        return of(state, all.stream()
                .map(hold -> hold.isOpen() && which.test(hold) ? hold.released(by, at, reason) : hold).toList());
    }

    private static HoldsFacet of(HoldState before, List<Hold> holds) {
        var now = holds.stream().anyMatch(Hold::isOpen) ? HoldState.HELD : HoldState.CLEAR;
        return new HoldsFacet(now == before ? before : before.to(now), holds,
                holds.stream().filter(Hold::isOpen).map(Hold::deadline).filter(Objects::nonNull)
                        .min(Instant::compareTo).orElse(null));
    }
}
