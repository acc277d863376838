package io.shopcare.platform.events;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Figures of the outbox: age of events when published, aggregates that wait, failures. */
final class RelayMeter {
    private final MeterRegistry registry;
    private final Timer age;
    private final Counter failures;
    private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();

    RelayMeter(MeterRegistry registry) {
        this.registry = registry;
        this.age = registry.timer("shopcare.outbox.age");
        this.failures = registry.counter("shopcare.outbox.failures");
    }

    void published(long millisSinceWritten) {
        age.record(Math.max(0, millisSinceWritten), TimeUnit.MILLISECONDS);
    }

    void failed() {
        failures.increment();
    }

    void waiting(String type, int aggregates) {
        waiting.computeIfAbsent(type, name -> {
            var number = new AtomicInteger();
            Gauge.builder("shopcare.outbox.waiting", number, AtomicInteger::get).tag("aggregate", name)
                    .register(registry);
            return number;
        }).set(aggregates);
    }
}
