package io.shopcare.acceptance.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A clock that is wrong by what it is told at the moment. */
final class ShiftedClock extends Clock {
    private final Clock real;
    private final Supplier<Duration> shift;

    ShiftedClock(Clock real, Supplier<Duration> shift) {
        this.real = real;
        this.shift = shift;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(real.withZone(zone), shift);
    }
}
