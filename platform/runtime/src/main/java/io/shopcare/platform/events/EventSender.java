package io.shopcare.platform.events;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

import io.shopcare.platform.store.AggregateType;

/**
 * Sends the events of many aggregates side by side, and those of one aggregate each only when the one before is
 * acknowledged. Sent together, the broker may come back between the two and take the second without the first; who hears
 * the second first never hears the first.
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

    /** The answer to one event. @param sentAt by the producer; @param failure null when the broker has taken it */
    private record Answer(Sequence of, long sentAt, @Nullable Throwable failure) {}

    /**
     * @param pending entries by aggregate, in order
     * @return for each aggregate with something that is done, the number of the last entry before the first that the
     *         broker did not take
     */
    Map<String, Long> send(AggregateType<?> type, Map<String, List<Document>> pending) throws InterruptedException {
        var turn = new Turn(type);
        var sequences = new LinkedHashMap<String, Sequence>();
        pending.forEach((id, entries) -> sequences.put(id, new Sequence(entries)));
        sequences.values().forEach(turn::sendNext);
        turn.follow();
        var done = new LinkedHashMap<String, Long>();
        sequences.forEach((id, sequence) -> {
            if (sequence.hasBegun())
                done.put(id, sequence.last());
        });
        return done;
    }

    private final class Turn {
        private final AggregateType<?> type;
        private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        private final List<Throwable> failures = new ArrayList<>();
        private int underWay;
        private boolean isAway;

        Turn(AggregateType<?> type) {
            this.type = type;
        }

        void sendNext(Sequence sequence) {
            if (isAway)
                return;
            var event = sequence.next();
            if (event == null)
                return;
            try {
                var record = OutgoingRecord.of(type.topic(), settings.source(), event);
                kafka.send(record).whenComplete(
                        (sent, failure) -> answers.add(new Answer(sequence, record.timestamp(), failure)));
                underWay++;
            } catch (RuntimeException e) {
                failures.add(e);
                isAway = isAboutTheBroker(e);
            }
        }

        void follow() throws InterruptedException {
            while (underWay > 0) {
                var answer = answers.poll(settings.acknowledgeWithin().toMillis(), TimeUnit.MILLISECONDS);
                if (answer == null) {
                    failures.add(new TimeoutException(underWay + " are not acknowledged"));
                    break;
                }
                underWay--;
                if (answer.failure() != null) {
                    failures.add(answer.failure());
                    continue;
                }
                meter.published(clock.millis() - answer.sentAt());
                answer.of().taken();
                sendNext(answer.of());
            }
            if (!failures.isEmpty())
                log.warn("the broker did not take events of {} of {}: {}", failures.size(), type.name(),
                        failures.getFirst().toString());
        }
    }

    /** A send waits for the topic's partitions to be known; who waited in vain need not do so for every aggregate. */
    private static boolean isAboutTheBroker(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause() == at ? null : at.getCause())
            if (at instanceof TimeoutException)
                return true;
        return false;
    }
}
