package io.shopcare.order.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of an order's way from its events.
 *
 * @param days  on which something happened to it (UTC): by them it is found
 * @param steps what happened, in order
 * @param holds what it was held for during its audit
 * @param otherHolds what it was held for before the audit or after it
 */
record OrderFact(String shop, List<String> days, List<Step> steps, List<Held> holds, List<Held> otherHolds) {
    static final OrderFact UNKNOWN = new OrderFact("", List.of(), List.of(), List.of(), List.of());

    /**
     * It came into a state.
     *
     * @param straight whether the audit let it through by itself
     */
    record Step(String state, Instant at, boolean straight) {}

    /** It was held for this reason. */
    record Held(String code, Instant at) {}

    @SuppressWarnings({"NullAway", "ConstantConditions"}) // facts that were kept before have no other holds
    OrderFact {
        days = List.copyOf(days);
        steps = List.copyOf(steps);
        holds = List.copyOf(holds);
        otherHolds = otherHolds == null ? List.of() : List.copyOf(otherHolds);
    }

    /** The first time counts: a parcel from a locker is delivered once more when it is collected. */
    OrderFact came(String ofShop, String state, Instant at, boolean straight) {
        if (steps.stream().anyMatch(step -> step.state().equals(state)))
            return this;
        return new OrderFact(ofShop, with(days, day(at)), with(steps, new Step(state, at, straight)), holds,
                otherHolds);
    }

    OrderFact held(String ofShop, List<String> codes, Instant at) {
        return new OrderFact(ofShop, with(days, day(at)), with(steps, new Step("held", at, false)),
                with(holds, codes, at), otherHolds);
    }

    /** A hold that the audit has nothing to do with: an open case, a changed address, a refund that was asked for (O8a). */
    OrderFact heldBeside(String ofShop, List<String> codes, Instant at) {
        return new OrderFact(ofShop, with(days, day(at)), steps, holds, with(otherHolds, codes, at));
    }

    private static List<Held> with(List<Held> before, List<String> codes, Instant at) {
        return Stream.concat(before.stream(), codes.stream().map(code -> new Held(code, at))).toList();
    }

    static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static <T> List<T> with(List<T> list, T next) {
        return list.contains(next) ? list : Stream.concat(list.stream(), Stream.of(next)).toList();
    }
}
