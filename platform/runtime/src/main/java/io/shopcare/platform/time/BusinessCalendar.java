package io.shopcare.platform.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When people work (工作日历), and the one way in which business time is counted: service levels and reports ask here.
 * Weekends, holidays, make-up working days and the change of clocks are all in {@link #spans}.
 *
 * @param zone     in which days and hours are meant
 * @param week     hours of each ordinary day; a day that is missing is off
 * @param daysOff  days on which nobody works, whatever the week says
 * @param workdays days on which people work as on a Monday, whatever the week says; they win over days off
 */
public record BusinessCalendar(ZoneId zone, Map<DayOfWeek, List<WorkingHours>> week, Set<LocalDate> daysOff,
        Set<LocalDate> workdays) {
    private static final int MOST_DAYS = 3_660;

    /** A stretch of work without a break; its end is no part of it. */
    public record Span(Instant from, Instant to) {}

    public BusinessCalendar {
        week = Map.copyOf(week);
        daysOff = Set.copyOf(daysOff);
        workdays = Set.copyOf(workdays);
        if (week.values().stream().allMatch(List::isEmpty))
            throw new IllegalArgumentException("nobody ever works");
    }

    /**
     * The moment at which so much business time has passed since the start. Of nothing at all: the start, or the next
     * opening when it is outside business hours.
     *
     * @throws IllegalArgumentException when the duration is negative
     * @throws IllegalStateException    when it does not pass within ten years
     */
    public Instant after(Instant start, Duration business) {
        if (business.isNegative())
            throw new IllegalArgumentException("business time does not go back: " + business);
        var left = business;
        var day = start.atZone(zone).toLocalDate();
        for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1))
            for (var span : spans(day)) {
                if (!span.to().isAfter(start))
                    continue;
                var from = later(span.from(), start);
                var room = Duration.between(from, span.to());
                if (left.compareTo(room) <= 0)
                    return from.plus(left);
                left = left.minus(room);
            }
        throw new IllegalStateException(business + " do not pass within ten years");
    }

    /** The business time between two moments; negative when the second is the earlier one. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from))
            return between(to, from).negated();
        var sum = Duration.ZERO;
        var last = to.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1))
            for (var span : spans(day)) {
                var begin = later(span.from(), from);
                var end = span.to().isBefore(to) ? span.to() : to;
                if (begin.isBefore(end))
                    sum = sum.plus(Duration.between(begin, end));
            }
        return sum;
    }

    /** Whether people work at this moment. */
    public boolean isOpen(Instant moment) {
        return spans(moment.atZone(zone).toLocalDate()).stream()
                .anyMatch(span -> !moment.isBefore(span.from()) && moment.isBefore(span.to()));
    }

    /** The work of one day in order; hours that overlap, also by a change of the clocks, count once. */
    public List<Span> spans(LocalDate day) {
        var spans = new ArrayList<Span>();
        var free = day.atStartOfDay(zone).toInstant();
        for (var opening : hours(day).stream().sorted(Comparator.comparing(WorkingHours::from)).toList()) {
            var from = later(opening.begin(day, zone).toInstant(), free);
            var to = opening.end(day, zone).toInstant();
            if (!from.isBefore(to))
                continue;
            spans.add(new Span(from, to));
            free = to;
        }
        return spans;
    }

    private List<WorkingHours> hours(LocalDate day) {
        if (workdays.contains(day))
            return week.getOrDefault(DayOfWeek.MONDAY, List.of());
        return daysOff.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
