package io.shopcare.platform.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Hours of one day in which people work, written {@code 09:00-18:00}; {@code 24:00} is the end of the day. What goes on
 * past midnight is an opening of each day.
 *
 * @param to midnight ({@code 00:00}) means the end of the day
 */
public record WorkingHours(LocalTime from, LocalTime to) {
    private static final String END_OF_DAY = "24:00";

    public WorkingHours {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to))
            throw new IllegalArgumentException(from + " is not before " + to);
    }

    /** Reads {@code 09:00-18:00}. */
    @JsonCreator
    public static WorkingHours of(String text) {
        if (!text.matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d"))
            throw new IllegalArgumentException("hours are written 09:00-18:00, not " + text);
        var to = text.substring(6);
        return new WorkingHours(LocalTime.parse(text.substring(0, 5)),
                to.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(to));
    }

    /** Begins on this day; in a gap of the clocks as much later as they are put forward. */
    ZonedDateTime begin(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, from, zone);
    }

    ZonedDateTime end(LocalDate day, ZoneId zone) {
        return to.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone)
                : ZonedDateTime.of(day, to, zone);
    }

    @JsonValue
    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
    }
}
