package io.shopcare.platform.testkit.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MutableClockTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T01:20:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo("2026-11-10T01:20:00Z");
        clock.advance(Duration.ofMinutes(32));
        assertThat(clock.instant()).isEqualTo("2026-11-10T01:52:00Z");
        clock.moveTo(Instant.parse("2026-11-09T00:00:00Z"));
        assertThat(clock.instant()).isEqualTo("2026-11-09T00:00:00Z");
    }

    @Test
    void inAnotherZoneItMovesAlong() {
        var inShanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));
        clock.advance(Duration.ofDays(1));
        assertThat(LocalDateTime.now(inShanghai)).isEqualTo("2026-11-11T09:20:00");
    }
}
