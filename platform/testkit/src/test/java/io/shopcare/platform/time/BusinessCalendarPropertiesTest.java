package io.shopcare.platform.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every calendar and every moment, through every change of the clocks. */
class BusinessCalendarPropertiesTest {
    private static final List<String> ZONES = List.of("Asia/Shanghai", "UTC", "America/New_York", "Europe/Berlin",
            "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu");
    private static final Instant START = Instant.parse("2025-12-01T00:00:00Z");
    private static final long SECONDS = Duration.ofDays(430).toSeconds();

    @Property
    void addingAndMeasuringGivesTheDurationBack(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant start, @ForAll("durations") Duration business) {
        assertThat(calendar.between(start, calendar.after(start, business))).isEqualTo(business);
    }

    @Property
    void neverLandsOutsideBusinessHours(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant start, @ForAll("durations") Duration business) {
        var end = calendar.after(start, business);
        var day = end.atZone(calendar.zone()).toLocalDate();
        assertThat(List.of(day.minusDays(1), day)).anySatisfy(near -> assertThat(calendar.spans(near))
                .anyMatch(span -> !end.isBefore(span.from()) && !end.isAfter(span.to())));
    }

    @Property
    void whoStartsLaterOrNeedsLongerIsNotDoneEarlier(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant one, @ForAll("moments") Instant other, @ForAll("durations") Duration first,
            @ForAll("durations") Duration second) {
        var early = one.isBefore(other) ? one : other;
        var late = one.isBefore(other) ? other : one;
        var shorter = first.compareTo(second) < 0 ? first : second;
        var longer = first.compareTo(second) < 0 ? second : first;
        assertThat(calendar.after(late, longer)).isAfterOrEqualTo(calendar.after(early, longer))
                .isAfterOrEqualTo(calendar.after(late, shorter));
    }

    @Property
    void partsAddUp(@ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant start,
            @ForAll("durations") Duration first, @ForAll("durations") Duration second) {
        var whole = calendar.after(start, first.plus(second).plusSeconds(1));
        assertThat(calendar.after(calendar.after(start, first), second.plusSeconds(1))).isEqualTo(whole);
    }

    @Property
    void aStretchIsTheSumOfItsHalves(@ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant from,
            @ForAll("moments") Instant middle, @ForAll("moments") Instant to) {
        assertThat(calendar.between(from, middle).plus(calendar.between(middle, to)))
                .isEqualTo(calendar.between(from, to));
    }

    @Property
    void businessTimeNeverRunsFasterThanTime(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll("moments") Instant to) {
        assertThat(calendar.between(from, to).abs()).isLessThanOrEqualTo(Duration.between(from, to).abs());
    }

    @Property
    void whoNeverClosesCountsPlainTime(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant start,
            @ForAll("durations") Duration duration) {
        var week = new EnumMap<DayOfWeek, List<WorkingHours>>(DayOfWeek.class);
        for (var day : DayOfWeek.values())
            week.put(day, List.of(WorkingHours.of("00:00-12:30"), WorkingHours.of("12:30-24:00")));
        var always = new BusinessCalendar(zone, week, Set.of(), Set.of());

        assertThat(always.after(start, duration)).isEqualTo(start.plus(duration));
        assertThat(always.isOpen(start)).isTrue();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, SECONDS).map(START::plusSeconds);
    }

    @Provide
    Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(0, Duration.ofHours(200).toSeconds()).map(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        var days = Arbitraries.integers().between(0, 430).map(LocalDate.of(2025, 12, 1)::plusDays).set().ofMaxSize(30);
        return Combinators.combine(zones(), openings(), openings(), openings(), days, days).as(
                (zone, workday, friday, weekend, off, worked) -> {
                    var week = new EnumMap<DayOfWeek, List<WorkingHours>>(DayOfWeek.class);
                    for (var day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY))
                        week.put(day, workday);
                    week.put(DayOfWeek.FRIDAY, friday);
                    week.put(DayOfWeek.SUNDAY, weekend);
                    week.put(DayOfWeek.WEDNESDAY, List.of(WorkingHours.of("09:30-17:00")));
                    return new BusinessCalendar(zone, week, off, worked);
                });
    }

    /** Some overlap, and some lie where clocks change: between one and four in the night, around midnight. */
    private static Arbitrary<List<WorkingHours>> openings() {
        var minutes = Arbitraries.oneOf(Arbitraries.integers().between(0, 1439),
                Arbitraries.integers().between(60, 240));
        return Combinators.combine(minutes, Arbitraries.integers().between(1, 1440)).as((from, to) -> {
            int begin = Math.min(from, to - 1);
            return WorkingHours.of("%s-%s".formatted(text(Math.max(0, begin)), text(Math.max(begin + 1, to))));
        }).list().ofMaxSize(3);
    }

    private static String text(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
