package io.shopcare.platform.calendars;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.time.WorkingHours;

import static org.assertj.core.api.Assertions.assertThat;

/** Business hours of shops: 2026 in China as it was announced, and what a shop stores instead. */
class ShopCalendarsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final MongoDatabase database = TestDatabase.fresh();
    private final CalendarFiles files = new CalendarFiles();
    private final ShopCalendars calendars = new ShopCalendars(database, files.standardHours(), files.holidays(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    @DisplayName("the year 2026 of the State Council's notice: 33 days off, and six weekend days that are worked")
    void knowsTheYear() {
        var year = Objects.requireNonNull(files.holidays().get("CN")).years().get(2026);

        assertThat(year.holidays()).hasSize(33);
        assertThat(year.workdays()).hasSize(6)
                .allMatch(day -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()));
        assertThat(year.source()).contains("2026");
    }

    @Test
    @DisplayName("2 h from the last hour before the National Day holiday end eight days later; the Saturday after is worked")
    void countsAroundTheNationalDay() {
        var calendar = calendars.calendar("nuanyang", SHANGHAI);
        var lastHour = at(2026, 9, 30, 17);

        assertThat(calendar.after(lastHour, Duration.ofHours(2))).isEqualTo(at(2026, 10, 8, 10));
        assertThat(calendar.isOpen(at(2026, 10, 10, 10))).as("Saturday, made up for").isTrue();
        assertThat(calendar.isOpen(at(2026, 10, 17, 10))).as("any Saturday").isFalse();
        assertThat(calendar.isOpen(at(2026, 9, 20, 10))).as("Sunday, made up for").isTrue();
        assertThat(calendar.isOpen(at(2026, 2, 16, 10))).as("Spring Festival, a Monday").isFalse();
    }

    @Test
    void aShopStoresItsOwnAndEveryVersionStays() {
        assertThat(calendars.of("nuanyang").version()).isZero();

        var first = calendars.store("nuanyang", 0, hours("10:00-22:00"), Actor.staff("hai")).orElseThrow();
        calendars.store("nuanyang", 1, hours("08:00-24:00"), Actor.staff("hai")).orElseThrow();

        assertThat(first.version()).isEqualTo(1);
        assertThat(calendars.of("nuanyang").version()).isEqualTo(2);
        assertThat(calendars.versions("nuanyang", 10)).hasSize(2).last().isEqualTo(first);
        assertThat(calendars.of("harbor").version()).as("another shop").isZero();
        assertThat(calendars.calendar("nuanyang", SHANGHAI).isOpen(at(2026, 11, 23, 23))).isTrue();
    }

    @Test
    void whoHasSeenAnOlderVersionStoresNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stored = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> (Callable<Boolean>) () -> calendars
                    .store("nuanyang", 0, hours("10:00-2" + i % 4 + ":00"), Actor.staff("hai")).isPresent()).toList());
            int winners = 0;
            for (var one : stored)
                winners += one.get() ? 1 : 0;
            assertThat(winners).isEqualTo(1);
        }
        assertThat(calendars.versions("nuanyang", 10)).hasSize(1);
    }

    @Test
    @DisplayName("what the shop says of a day wins over the public holidays")
    void theShopsOwnDaysWin() {
        var own = new BusinessHours("works council", null, "CN", true, hours("09:00-18:00").week(),
                Set.of(LocalDate.of(2026, 10, 10)), Set.of(LocalDate.of(2026, 10, 2)));
        calendars.store("nuanyang", 0, own, Actor.staff("hai"));
        var calendar = calendars.calendar("nuanyang", SHANGHAI);

        assertThat(calendar.isOpen(at(2026, 10, 2, 10))).isTrue();
        assertThat(calendar.isOpen(at(2026, 10, 10, 10))).isFalse();
    }

    @Test
    void theNewestIsFoundByItsIndex() {
        calendars.store("nuanyang", 0, hours("10:00-22:00"), Actor.staff("hai"));

        assertThat(calendars.newestFirst("nuanyang", 1).explain(ExplainVerbosity.QUERY_PLANNER).toJson())
                .contains("IXSCAN").doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
    }

    private static BusinessHours hours(String monday) {
        return new BusinessHours("works council", null, "CN", true,
                Map.of(DayOfWeek.MONDAY, List.of(WorkingHours.of(monday)), DayOfWeek.SUNDAY, List.of()), Set.of(),
                Set.of());
    }

    private static Instant at(int year, int month, int day, int hour) {
        return LocalDate.of(year, month, day).atTime(hour, 0).atZone(SHANGHAI).toInstant();
    }
}
