package io.shopcare.platform.events;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

import io.shopcare.platform.store.AggregateType;

/**
 * Sends the events of one aggregate, each only when the one before is acknowledged. Sent together, the broker may come
 * back between the two and take the second without the first; who hears the second first never hears the first.
 */
final class EventSender {
    private static final Logger log = LoggerFactory.getLogger(EventSender.class);

    private final KafkaOperations<String, String> kafka;
    private final EventSettings settings;
    private final Clock clock;
    private final RelayMeter meter;

    EventSender(KafkaOperations<String, String> kafka, EventSettings settings, Clock clock, RelayMeter meter) {
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.meter = meter;
    }

    /** Returns the number of the last entry before the first that the broker did not take. */
    long send(AggregateType<?> type, List<Document> entries) throws InterruptedException {
        long last = entries.getFirst().get("seq", Number.class).longValue() - 1;
        for (var entry : entries) {
            if (entry.getBoolean("event", false) && !isTaken(type, entry.get("doc", Document.class)))
                return last;
            last = entry.get("seq", Number.class).longValue();
        }
        return last;
    }

    private boolean isTaken(AggregateType<?> type, Document event) throws InterruptedException {
        try {
            var sent = kafka.send(OutgoingRecord.of(type.topic(), settings.source(), event))
                    .get(settings.acknowledgeWithin().toMillis(), TimeUnit.MILLISECONDS);
            meter.published(clock.millis() - sent.getProducerRecord().timestamp());
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) { // no metadata while the broker is away
            log.warn("the broker did not take an event of {}: {}", type.name(), e.toString());
            return false;
        }
    }
}
