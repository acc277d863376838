package io.shopcare.platform.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Deadline;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.EventType;
import io.shopcare.platform.store.Rejection;

/**
 * An alarm clock that rings once unless it is stopped before, and calls somebody if it was asked to.
 *
 * @param rings null when it does not (any more)
 * @param calls null when nobody is to be called (any more)
 */
public record Alarm(String shop, Kind kind, @Nullable Instant rings, @Nullable Instant calls, int rung, int called) {
    public static final AggregateType<Alarm> TYPE = new AggregateType<>("alarm", Alarm.class, "alarms", "test.alarms",
            Alarm::shop).withDeadlines(
                    List.of(Deadline.decided("ring", Alarm::rings, (alarm, now) -> alarm.ring()),
                            Deadline.handled("call", Alarm::calls)));

    /** What becomes of it when its time comes. */
    public enum Kind {
        SOUND, BROKEN, JAMMED, DEAF, REPEATING
    }

    /** It was wound up. */
    @EventType("alarm.set.v1")
    public record Set(String shop) {}

    /** It rang. */
    @EventType("alarm.rung.v1")
    public record Rung(String shop, int times) {}

    public static Decision<Alarm> set(Kind kind, @Nullable Instant rings, @Nullable Instant calls) {
        return Decision.accept(new Alarm("s", kind, rings, calls, 0, 0), new Set("s"));
    }

    public Decision<Alarm> move(@Nullable Instant to) {
        return Decision.accept(new Alarm(shop, kind, to, calls, rung, called), new Set(shop));
    }

    public Decision<Alarm> repair() {
        return Decision.accept(new Alarm(shop, Kind.SOUND, rings, calls, rung, called));
    }

    public Decision<Alarm> answered() {
        return calls == null
                ? Decision.unchanged(this)
                : Decision.accept(new Alarm(shop, kind, rings, null, rung, called + 1));
    }

    private Decision<Alarm> ring() {
        return switch (kind) {
            case SOUND -> Decision.accept(new Alarm(shop, kind, null, calls, rung + 1, called),
                    new Rung(shop, rung + 1));
            case REPEATING -> Decision.accept(new Alarm(shop, kind, rings == null
                    ? null
                    : rings.plus(Duration.ofHours(1)), calls, rung + 1, called), new Rung(shop, rung + 1));
            case BROKEN -> throw new IllegalStateException("broken");
            case JAMMED -> Decision.reject(Rejection.notNow("jammed"));
            case DEAF -> Decision.unchanged(this);
        };
    }
}
