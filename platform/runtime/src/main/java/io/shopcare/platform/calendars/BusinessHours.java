package io.shopcare.platform.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.time.BusinessCalendar;
import io.shopcare.platform.time.HolidayCalendar;
import io.shopcare.platform.time.WorkingHours;

/**
 * When people of a shop work, as somebody of the shop writes it.
 *
 * @param source           where this is agreed, in words
 * @param zone             in which hours are meant; null for the shop's own
 * @param jurisdiction     whose public holidays and make-up days count, ISO 3166-1 alpha-2
 * @param closedOnHolidays whether they do
 * @param week             hours by day; a day that is missing is off
 * @param daysOff          none when left out: further days off, also before a year's holidays are in the product
 * @param workdays         none when left out: further days that are worked, also public holidays
 */
public record BusinessHours(@NotBlank @Size(max = 200) String source, @Nullable ZoneId zone,
        @NotNull @Pattern(regexp = "[A-Z]{2}") String jurisdiction, boolean closedOnHolidays,
        @NotEmpty Map<DayOfWeek, @Size(max = 12) List<@NotNull WorkingHours>> week,
        @Size(max = 400) Set<LocalDate> daysOff,
        @Size(max = 400) Set<LocalDate> workdays) {

    public BusinessHours {
        week = Map.copyOf(Objects.requireNonNullElse(week, Map.of()));
        daysOff = Set.copyOf(Objects.requireNonNullElse(daysOff, Set.of()));
        workdays = Set.copyOf(Objects.requireNonNullElse(workdays, Set.of()));
    }

    /** Somebody works at some time. */
    @AssertTrue
    boolean isEverOpen() {
        return week.values().stream().anyMatch(hours -> !hours.isEmpty());
    }

    /** As a calendar. What the shop says of a day wins over the public holidays. */
    BusinessCalendar calendar(HolidayCalendar holidays, ZoneId ownZone) {
        var off = new HashSet<>(daysOff);
        var worked = new HashSet<>(workdays);
        if (closedOnHolidays)
            for (var year : holidays.years().values()) {
                year.holidays().stream().filter(day -> !workdays.contains(day)).forEach(off::add);
                year.workdays().stream().filter(day -> !daysOff.contains(day)).forEach(worked::add);
            }
        return new BusinessCalendar(zone == null ? ownZone : zone, week, off, worked);
    }
}
