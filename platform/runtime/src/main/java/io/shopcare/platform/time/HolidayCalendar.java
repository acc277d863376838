package io.shopcare.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Public holidays and make-up working days (调休) of a jurisdiction, year by year as they are announced.
 *
 * @param jurisdiction that it belongs to
 * @param years        by number; a year that is not announced yet is missing
 */
public record HolidayCalendar(String jurisdiction, Map<Integer, Year> years) {

    /**
     * @param source   of the announcement
     * @param holidays days off, weekends among them included
     * @param workdays weekend days on which people work
     */
    public record Year(String source, Set<LocalDate> holidays, Set<LocalDate> workdays) {}

    /** Whether the year of this day has been announced. */
    public boolean knows(LocalDate day) {
        return years.containsKey(day.getYear());
    }

    /** The first day from this one on that is no day off. */
    public LocalDate firstWorkingDay(LocalDate from, boolean weekendsCount) {
        var day = from;
        while (isOff(day, weekendsCount))
            day = day.plusDays(1);
        return day;
    }

    private boolean isOff(LocalDate day, boolean weekendsCount) {
        var year = years.get(day.getYear());
        if (year != null && year.workdays().contains(day))
            return false;
        if (year != null && year.holidays().contains(day))
            return true;
        return weekendsCount && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }
}
