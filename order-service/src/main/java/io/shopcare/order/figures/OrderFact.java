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
 * @param holds what the audit held it for
 */
record OrderFact(String shop, List<String> days, List<Step> steps, List<Held> holds) {
    static final OrderFact UNKNOWN = new OrderFact("", List.of(), List.of(), List.of());

    /**
     * It came into a state.
     *
     * @param straight whether the audit let it through by itself
     */
    record Step(String state, Instant at, boolean straight) {}

    /** The audit held it. */
    record Held(String code, Instant at) {}

    OrderFact {
        days = List.copyOf(days);
        steps = List.copyOf(steps);
        holds = List.copyOf(holds);
    }

    /** The first time counts: a parcel from a locker is delivered once more when it is collected. */
    OrderFact came(String ofShop, String state, Instant at, boolean straight) {
        if (steps.stream().anyMatch(step -> step.state().equals(state)))
            return this;
        return new OrderFact(ofShop, with(days, day(at)), with(steps, new Step(state, at, straight)), holds);
    }

    OrderFact held(String ofShop, List<String> codes, Instant at) {
        return new OrderFact(ofShop, with(days, day(at)), with(steps, new Step("held", at, false)),
                Stream.concat(holds.stream(), codes.stream().map(code -> new Held(code, at))).toList());
    }

    static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static <T> List<T> with(List<T> list, T next) {
        return list.contains(next) ? list : Stream.concat(list.stream(), Stream.of(next)).toList();
    }
}
