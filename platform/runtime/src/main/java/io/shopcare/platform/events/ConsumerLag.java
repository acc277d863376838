package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.parking.Reader;
import io.shopcare.platform.parking.Readers;

/**
 * How many records the program's subscriptions are behind their topics: what is there and not committed by their groups,
 * whichever instance reads it and whether any does; a consumer that hangs would not tell by itself. The broker is asked when
 * metrics are read, not more often than {@link #EVERY}, and nobody waits for it: a page shows what the question before it
 * brought, and no number while the broker does not answer. Every instance tells the same.
 */
final class ConsumerLag implements MeterBinder, AutoCloseable {
    static final Duration EVERY = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);

    private final Supplier<Admin> connecting;
    private final List<Reader> readers;
    private final Clock clock;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Instant next = Instant.MIN;
    private volatile Map<Reader, Long> behind = Map.of();
    private volatile @Nullable Admin broker;

    ConsumerLag(Supplier<Admin> connecting, Readers readers, Clock clock) {
        this.connecting = connecting;
        this.readers = readers.all();
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var reader : readers)
            Gauge.builder("shopcare.consumer.lag", this, lag -> lag.of(reader))
                    .description("records on the topic that the subscription has not handled")
                    .tag("subscription", reader.subscription()).tag("topic", reader.topic()).register(registry);
    }

    private double of(Reader reader) {
        if (!clock.instant().isBefore(next) && asking.compareAndSet(false, true))
            Thread.startVirtualThread(this::ask);
        var known = behind.get(reader);
        return known == null ? Double.NaN : known;
    }

    private void ask() {
        try {
            behind = LagQuestion.ask(connected(), readers);
        } catch (KafkaException e) {
            behind = Map.of();
            log.debug("The broker does not say how far it is", e);
        } finally {
            next = clock.instant().plus(EVERY);
            asking.set(false);
        }
    }

    private synchronized Admin connected() {
        var open = broker;
        if (open == null)
            broker = open = connecting.get();
        return open;
    }

    @Override
    public synchronized void close() {
        if (broker != null)
            broker.close(Duration.ZERO);
    }
}
