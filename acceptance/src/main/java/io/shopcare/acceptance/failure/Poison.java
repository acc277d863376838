package io.shopcare.acceptance.failure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import io.shopcare.platform.ids.Ids;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Records that no consumer can handle, written by the suite itself. */
final class Poison {
    /** Of their keys. */
    static final String PREFIX = "poison-";
    private static final String TOPIC = "shopcare.order.orders";

    private Poison() {}

    /** Writes one: an event by its headers, and no JSON. */
    static void write(String broker) {
        var key = PREFIX + Ids.next();
        var record = new ProducerRecord<>(TOPIC, key, "{this is no event");
        Map.of("ce_specversion", "1.0", "ce_id", key + "-1", "ce_type", "order.placed.v1", "ce_source", "/suite",
                "ce_time", Clock.systemUTC().instant().toString(), "ce_subject", key, "ce_sequence", "1",
                "ce_dataschema", "urn:shopcare:schema:order.placed.v1", "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker, "acks", "all"),
                new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take the poison", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Services that read the topic it is written to, and so have to set it aside. */
    static List<String> readers() {
        return List.of("presale", "order", "aftersale", "crm");
    }
}
