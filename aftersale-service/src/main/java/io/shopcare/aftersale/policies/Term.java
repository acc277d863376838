package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import io.shopcare.platform.time.HolidayCalendar;

/**
 * A term counted in days as the Civil Code counts (articles 201 to 204).
 *
 * @param lastDay       on which it ends, at 24:00
 * @param until         that moment: in time before it, too late from it on
 * @param calendarKnown false when holidays of that year were not announced when this was counted, so that the last day
 *                      may still move
 */
public record Term(LocalDate lastDay, Instant until, boolean calendarKnown) {

    /**
     * How days are counted. Both switches are open to argument and friendly to the buyer by default.
     *
     * @param holidayShift  a last day that is off moves to the first working day
     * @param weekendsCount weekends are days off
     */
    public record Counting(ZoneId zone, HolidayCalendar calendar, boolean holidayShift, boolean weekendsCount) {

        /** Counting without moving the last day. */
        public static Counting plain(ZoneId zone) {
            return new Counting(zone, new HolidayCalendar("none", java.util.Map.of()), false, false);
        }

        /** The term of so many days; the day of the start does not count. */
        public Term after(Instant start, int days) {
            var last = start.atZone(zone).toLocalDate().plusDays(days);
            boolean known = !holidayShift || calendar.knows(last);
            if (holidayShift)
                last = calendar.firstWorkingDay(last, weekendsCount);
            return new Term(last, last.plusDays(1).atStartOfDay(zone).toInstant(),
                    known && (!holidayShift || calendar.knows(last)));
        }
    }

    /** Whether a moment is within the term. */
    public boolean includes(Instant moment) {
        return moment.isBefore(until);
    }
}
