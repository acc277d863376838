package io.shopcare.platform.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Business time around nights, weekends and changes of the clocks. */
class BusinessCalendarTest {
    private static final List<WorkingHours> OFFICE = List.of(WorkingHours.of("09:00-12:00"),
            WorkingHours.of("13:00-18:00"));

    @Test
    void goesOnAfterTheNightAndTheWeekend() {
        var office = office("Asia/Shanghai");
        // Friday 2026-11-20 17:00
        assertThat(office.after(at("2026-11-20T09:00:00Z"), Duration.ofHours(2))).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(office.between(at("2026-11-20T09:00:00Z"), at("2026-11-23T02:00:00Z")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void endsAtTheEndOfTheDayWhenThatIsEnough() {
        assertThat(office("Asia/Shanghai").after(at("2026-11-20T09:00:00Z"), Duration.ofHours(1)))
                .isEqualTo("2026-11-20T10:00:00Z");
    }

    @Test
    void nothingMoreIsNowOrTheNextOpening() {
        var office = office("Asia/Shanghai");
        assertThat(office.after(at("2026-11-20T02:00:00Z"), Duration.ZERO)).isEqualTo("2026-11-20T02:00:00Z");
        assertThat(office.after(at("2026-11-20T04:30:00Z"), Duration.ZERO)).isEqualTo("2026-11-20T05:00:00Z");
    }

    @Test
    @DisplayName("in New York the night of the change has an hour less in spring and one more in autumn")
    void countsTheHoursThatThereAre() {
        var nights = new BusinessCalendar(ZoneId.of("America/New_York"),
                Map.of(DayOfWeek.SUNDAY, List.of(WorkingHours.of("00:00-08:00"))), Set.of(), Set.of());

        assertThat(nights.between(at("2026-03-08T00:00:00Z"), at("2026-03-09T00:00:00Z")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.between(at("2026-11-01T00:00:00Z"), at("2026-11-02T00:00:00Z")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    @DisplayName("hours that meet in the gap of the clocks count once")
    void hoursInTheGapCountOnce() {
        var night = new BusinessCalendar(ZoneId.of("America/New_York"),
                Map.of(DayOfWeek.SUNDAY, List.of(WorkingHours.of("02:00-02:45"), WorkingHours.of("03:00-04:00"))),
                Set.of(),
                Set.of());

        assertThat(night.between(at("2026-03-08T00:00:00Z"), at("2026-03-09T00:00:00Z")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void refusesHoursThatMakeNoSense() {
        assertThatThrownBy(() -> WorkingHours.of("18:00-09:00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingHours.of("9-18")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BusinessCalendar(ZoneId.of("UTC"), Map.of(DayOfWeek.MONDAY, List.of()),
                Set.of(), Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> office("UTC").after(at("2026-01-01T00:00:00Z"), Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(WorkingHours.of("22:00-24:00")).hasToString("22:00-24:00");
    }

    private static BusinessCalendar office(String zone) {
        return new BusinessCalendar(ZoneId.of(zone), Map.of(DayOfWeek.MONDAY, OFFICE, DayOfWeek.TUESDAY, OFFICE,
                DayOfWeek.WEDNESDAY, OFFICE, DayOfWeek.THURSDAY, OFFICE, DayOfWeek.FRIDAY, OFFICE), Set.of(),
                Set.of());
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
