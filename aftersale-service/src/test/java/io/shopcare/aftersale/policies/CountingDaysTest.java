package io.shopcare.aftersale.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("R1: days are counted as Civil Code 201-204 count them")
class CountingDaysTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final Policies inChina = Packs.inChina();

    @Test
    @DisplayName("S4: signed for on 1 June 10:00, allowed until 8 June 24:00; at 9 June 00:00 not")
    void endsAtMidnightOfTheSeventhDay() {
        var term = shifting().after(at("2026-06-01T10:00"), 7);
        assertThat(term.lastDay()).isEqualTo("2026-06-08");
        assertThat(term.includes(at("2026-06-08T23:59:59.999"))).isTrue();
        assertThat(term.includes(at("2026-06-09T00:00"))).isFalse();
        assertThat(term.calendarKnown()).isTrue();
    }

    @Test
    void doesNotCountTheDayOfTheStartWhateverItsHour() {
        assertThat(shifting().after(at("2026-06-01T00:00"), 7).lastDay()).isEqualTo("2026-06-08");
        assertThat(shifting().after(at("2026-06-01T23:59:59"), 7).lastDay()).isEqualTo("2026-06-08");
    }

    @Test
    @DisplayName("rules.md: signed 23 Sept 2026 15:00, last moment 30 Sept 24:00")
    void staysOnAWorkingDayBeforeTheHolidays() {
        assertThat(shifting().after(at("2026-09-23T15:00"), 7).lastDay()).isEqualTo("2026-09-30");
    }

    @Test
    @DisplayName("rules.md: signed 24 Sept 2026, day seven is 1 Oct, so the first working day after the holiday")
    void movesPastTheNationalDayHoliday() {
        assertThat(shifting().after(at("2026-09-24T15:00"), 7).lastDay()).isEqualTo("2026-10-08");
    }

    @Test
    void staysOnAWeekendDayThatIsWorked() {
        assertThat(shifting().after(at("2026-10-03T15:00"), 7).lastDay()).isEqualTo("2026-10-10");
    }

    @Test
    void movesFromAWeekendOnlyWhereWeekendsCount() {
        assertThat(shifting().after(at("2026-06-06T09:00"), 7).lastDay()).isEqualTo("2026-06-15");
        assertThat(inChina.counting(true, false).after(at("2026-06-06T09:00"), 7).lastDay()).isEqualTo("2026-06-13");
    }

    @Test
    void doesNotMoveWhereTheSwitchIsOff() {
        assertThat(inChina.counting(false, true).after(at("2026-09-24T15:00"), 7).lastDay()).isEqualTo("2026-10-01");
    }

    @Test
    void saysWhenTheHolidaysOfTheYearAreNotAnnounced() {
        var term = shifting().after(at("2026-12-28T15:00"), 7);
        assertThat(term.lastDay()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(term.calendarKnown()).isFalse();
    }

    private Term.Counting shifting() {
        return inChina.counting(true, true);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
