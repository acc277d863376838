package io.shopcare.order;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.TestBroker;

/** Speaks on other services' topics, as they would. */
public final class PresaleVoice implements AutoCloseable {
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.address()), new StringSerializer(),
            new StringSerializer());

    /** Publishes an event in CloudEvents' binary mode. */
    public void tell(String topic, String type, String subject, long sequence, Object data) {
        try {
            var record = new ProducerRecord<>(topic, subject, Json.WIRE.writeValueAsString(data));
            Map.of("content-type", "application/json", "ce_specversion", "1.0", "ce_id", subject + "-" + sequence,
                    "ce_type", type, "ce_source", "/shopcare/presale-service", "ce_subject", subject, "ce_time",
                    "2026-11-10T01:31:00Z", "ce_sequence", Long.toString(sequence), "ce_sequencetype", "Integer")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (JsonProcessingException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
