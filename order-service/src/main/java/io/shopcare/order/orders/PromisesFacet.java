package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Promise;

/**
 * The promises that travel with an order (承诺).
 *
 * @param nextDue earliest clock among the open ones; null when none has a clock
 */
public record PromisesFacet(List<Tracked> all, @Nullable Instant nextDue) {
    static final PromisesFacet NONE = new PromisesFacet(List.of(), null);

    /**
     * A promise and what became of it.
     *
     * @param by       who ended it; null while it is open
     * @param why      stage that shows it, stage that missed it, or reason of the waiver
     * @param parcelId where that was; null when at no parcel
     */
    public record Tracked(Promise promise, PromiseState state, @Nullable ActorRef by, @Nullable Instant at,
            @Nullable String why, @Nullable String parcelId) {

        static Tracked open(Promise promise) {
            return new Tracked(promise, PromiseState.OPEN, null, null, null, null);
        }

        public boolean isOpen() {
            return state == PromiseState.OPEN;
        }

        Tracked ended(PromiseState end, ActorRef who, Instant when, String reason, @Nullable String parcel) {
            return new Tracked(promise, state.to(end), who, when, reason, parcel);
        }
    }

    public PromisesFacet {
        all = List.copyOf(all);
    }

    static PromisesFacet of(List<Tracked> all) {
        return new PromisesFacet(all, all.stream().filter(Tracked::isOpen).map(tracked -> tracked.promise().due())
                .filter(Objects::nonNull).min(Instant::compareTo).orElse(null));
    }

    /** Those that are still to be kept. */
    public List<Tracked> open() {
        return all.stream().filter(Tracked::isOpen).toList();
    }

    /** One of them. */
    public Optional<Tracked> find(String promiseId) {
        return all.stream().filter(tracked -> tracked.promise().promiseId().equals(promiseId)).findFirst();
    }

    PromisesFacet with(Promise promise) {
        return of(Stream.concat(all.stream(), Stream.of(Tracked.open(promise))).toList());
    }

    PromisesFacet replace(Tracked next) {
        return of(all.stream()
                .map(old -> old.promise().promiseId().equals(next.promise().promiseId()) ? next : old).toList());
    }
}
