package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every moment of the year. */
class CountingDaysPropertiesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final Policies inChina = Packs.inChina();

    @Property
    void aTermEndsAtMidnightOfTheZone(@ForAll("moments") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        var until = inChina.counting(true, true).after(start, days).until().atZone(SHANGHAI);
        assertThat(until.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
    }

    @Property
    void nobodyGetsFewerThanTheFullDays(@ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 60) int days, @ForAll boolean shift, @ForAll boolean weekends) {
        var term = inChina.counting(shift, weekends).after(start, days);
        assertThat(term.includes(start.plus(days, ChronoUnit.DAYS))).isTrue();
        assertThat(ChronoUnit.DAYS.between(start.atZone(SHANGHAI).toLocalDate(), term.lastDay()))
                .isGreaterThanOrEqualTo(days);
    }

    @Property
    void withoutTheShiftItIsExactlyTheDays(@ForAll("moments") Instant start,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        var term = inChina.counting(false, true).after(start, days);
        assertThat(ChronoUnit.DAYS.between(start.atZone(SHANGHAI).toLocalDate(), term.lastDay())).isEqualTo(days);
    }

    @Property
    void theShiftIsNeverWorseForTheBuyerAndEndsOnAWorkingDay(@ForAll("moments") Instant start) {
        var shifted = inChina.counting(true, true).after(start, 7);
        assertThat(shifted.until()).isAfterOrEqualTo(inChina.counting(false, true).after(start, 7).until());
        assertThat(inChina.calendar().firstWorkingDay(shifted.lastDay(), true)).isEqualTo(shifted.lastDay());
    }

    @Property
    void whoSignsLaterHasNoLessTime(@ForAll("moments") Instant one, @ForAll("moments") Instant other) {
        var counting = inChina.counting(true, true);
        var first = one.isBefore(other) ? one : other;
        var second = one.isBefore(other) ? other : one;
        assertThat(counting.after(second, 7).until()).isAfterOrEqualTo(counting.after(first, 7).until());
    }

    @Provide
    Arbitrary<Instant> moments() {
        var year = LocalDate.of(2026, 1, 1).atStartOfDay(SHANGHAI).toInstant();
        return Arbitraries.longs().between(0, 360L * 24 * 3600 * 1000).map(year::plusMillis);
    }
}
