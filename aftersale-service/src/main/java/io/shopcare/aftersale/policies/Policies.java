package io.shopcare.aftersale.policies;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.shopcare.platform.time.HolidayCalendar;

/**
 * The packs that hold for one purchase, from the law upwards.
 *
 * @param zone     in which days are counted
 * @param calendar of the jurisdiction
 */
public record Policies(List<PolicyPack> packs, ZoneId zone, HolidayCalendar calendar) {

    /** A rule with the words to cite it by. */
    public record Found<R extends PolicyRule>(R rule, Citation citation) {}

    public Policies {
        packs = packs.stream().sorted(Comparator.comparing(PolicyPack::level)).toList();
    }

    /** All rules of a type, from the floor upwards. */
    public <R extends PolicyRule> List<Found<R>> all(Class<R> type) {
        return packs.stream().flatMap(pack -> found(pack, type)).toList();
    }

    /** The rule of a type on the highest level that has one. */
    public <R extends PolicyRule> Optional<Found<R>> highest(Class<R> type) {
        return all(type).stream().reduce((lower, higher) -> higher);
    }

    /** Counts days with the calendar of the jurisdiction. */
    public Term.Counting counting(boolean holidayShift, boolean weekendsCount) {
        return new Term.Counting(zone, calendar, holidayShift, weekendsCount);
    }

    private static <R extends PolicyRule> Stream<Found<R>> found(PolicyPack pack, Class<R> type) {
        return pack.rules().stream().filter(type::isInstance).map(type::cast)
                .map(rule -> new Found<>(rule, pack.cite(rule)));
    }
}
