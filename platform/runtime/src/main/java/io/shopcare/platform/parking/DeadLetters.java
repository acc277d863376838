package io.shopcare.platform.parking;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Copies of what failed, on a topic beside the one that it came from, for whoever watches: at least once, with the class
 * of the cause and nothing else of it. What is parked does not depend on them.
 */
final class DeadLetters {
    /** After the name of the topic that the record came from. */
    static final String SUFFIX = ".dlt";

    private final KafkaOperations<String, String> kafka;
    private final Duration acknowledgeWithin;

    DeadLetters(KafkaOperations<String, String> kafka, Duration acknowledgeWithin) {
        this.kafka = kafka;
        this.acknowledgeWithin = acknowledgeWithin;
    }

    /** Returns when the broker has it. */
    void copy(ParkedRecord parked, String group, Cause cause) {
        var record = new ProducerRecord<>(parked.topic() + SUFFIX, null, parked.at().toEpochMilli(), parked.key(),
                parked.value());
        var headers = record.headers();
        parked.headers().forEach(header -> headers.add(header.name(), header.value()));
        put(headers, "parked_group", group);
        put(headers, "parked_partition", Integer.toString(parked.partition()));
        put(headers, "parked_offset", Long.toString(parked.offset()));
        put(headers, "parked_cause", cause.type());
        send(record);
    }

    private void send(ProducerRecord<String, String> record) {
        try {
            kafka.send(record).get(acknowledgeWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the broker did not take the copy", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
