package io.shopcare.platform.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@DisplayName("G9 a clock that is ten minutes off fires no deadline early, and none late")
class AgreedTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final MutableClock databases = MutableClock.at(NOON);
    private final MutableClock own = MutableClock.at(NOON);
    private final AtomicLong stopwatch = new AtomicLong();
    private final AgreedTime time = new AgreedTime(own, databases::instant, Duration.ofSeconds(10), stopwatch::get);

    @Test
    void isTheProgramsOwnWhileTheTwoAreClose() {
        own.advance(Duration.ofSeconds(9));

        assertThat(time.now()).isEqualTo(NOON.plusSeconds(9));
        assertThat(time.ahead()).isZero();
    }

    @Test
    void isTheDatabasesWhenTheProgramsClockIsAheadOrBehind() {
        own.advance(Duration.ofMinutes(10));
        assertThat(time.now()).isEqualTo(NOON);
        assertThat(time.ahead()).isEqualTo(600);

        own.moveTo(NOON.minus(Duration.ofMinutes(10)));
        stopwatch.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(time.now()).isEqualTo(NOON);
    }

    @Test
    void goesOnBetweenTwoLooksAndNoticesWhenTheClockIsSetRight() {
        own.advance(Duration.ofMinutes(10));
        assertThat(time.now()).isEqualTo(NOON);
        own.advance(Duration.ofSeconds(3));
        assertThat(time.now()).isEqualTo(NOON.plusSeconds(3));

        own.moveTo(NOON.plusSeconds(6));
        databases.moveTo(NOON.plusSeconds(6));
        stopwatch.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(time.now()).isEqualTo(NOON.plusSeconds(6));
        assertThat(time.ahead()).isZero();
    }

    @Test
    @DisplayName("G9 nor does one whose clock was ten minutes behind and is set right a moment after the look")
    void aClockThatIsSetRightBetweenTwoLooksIsNotCorrectedTwice() {
        own.moveTo(NOON.minus(Duration.ofMinutes(10)));
        assertThat(time.now()).isEqualTo(NOON);

        own.moveTo(NOON.plusSeconds(1));
        databases.moveTo(NOON.plusSeconds(1));
        stopwatch.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(time.now()).isEqualTo(NOON.plusSeconds(1));
        assertThat(time.ahead()).isZero();
    }

    @Test
    @DisplayName("G9 nor one whose clock goes wrong a moment after the look")
    void aClockThatGoesWrongBetweenTwoLooksIsCorrectedAtOnce() {
        assertThat(time.now()).isEqualTo(NOON);

        own.moveTo(NOON.minus(Duration.ofMinutes(10)));

        assertThat(time.now()).isEqualTo(NOON);
    }

    @Test
    void theDatabaseTellsItsTime() {
        assertThat(DeadlinesAutoConfiguration.timeOf(TestDatabase.fresh())).isCloseTo(Instant.now(),
                within(10, java.time.temporal.ChronoUnit.SECONDS));
    }
}
