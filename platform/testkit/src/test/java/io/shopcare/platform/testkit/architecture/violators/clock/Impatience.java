package io.shopcare.platform.testkit.architecture.violators.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.Supplier;

final class Impatience {
    Instant now() {
        return Instant.now();
    }

    Supplier<Instant> later() {
        return Instant::now;
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Date date() {
        return new Date();
    }

    Clock clock() {
        return Clock.systemUTC();
    }
}
