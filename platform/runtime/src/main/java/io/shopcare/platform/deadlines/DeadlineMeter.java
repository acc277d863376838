package io.shopcare.platform.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/** Figures of the deadlines of one aggregate type: answered, failed, and what waits although its time has come. */
final class DeadlineMeter {
    private final MeterRegistry registry;
    private final String aggregate;
    private final Clock clock;
    private volatile int late;
    private volatile @Nullable Instant oldest;

    DeadlineMeter(MeterRegistry registry, String aggregate, Clock clock) {
        this.registry = registry;
        this.aggregate = aggregate;
        this.clock = clock;
        Gauge.builder("shopcare.deadlines.late", this, meter -> meter.late)
                .description("Aggregates with a deadline that was tried and could not be answered yet")
                .tag("aggregate", aggregate).register(registry);
        Gauge.builder("shopcare.deadlines.oldest", this, DeadlineMeter::age).baseUnit("seconds")
                .description("Age of the oldest deadline that has passed and is not answered")
                .tag("aggregate", aggregate).register(registry);
    }

    void fired(String deadline, boolean answered) {
        registry.counter(answered ? "shopcare.deadlines.answered" : "shopcare.deadlines.failed",
                Tags.of("aggregate", aggregate, "deadline", deadline)).increment();
    }

    /** What this instance has found waiting: tried without success, the oldest first, and due for the first time. */
    void waiting(List<Instant> tried, Optional<Instant> oldestDue) {
        late = tried.size();
        oldest = Stream.concat(tried.stream().limit(1), oldestDue.stream()).min(Comparator.naturalOrder())
                .orElse(null);
    }

    private double age() {
        var since = oldest;
        return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
