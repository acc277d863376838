package io.shopcare.platform.testkit.services;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import io.shopcare.platform.testkit.contracts.Contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Publishes events as other services do; each is checked against its contract before it leaves. */
public final class NewsOfOthers {
    private static final KafkaProducer<String, String> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestBroker.address(), "acks", "all"), new StringSerializer(),
            new StringSerializer());

    private NewsOfOthers() {}

    /** A sample of the contract, to be changed. */
    public static ObjectNode sample(String type, String name) {
        return Contracts.sample(type, name).data().deepCopy();
    }

    /** As number {@code sequence} of its aggregate. */
    public static void publish(String type, long sequence, ObjectNode data) {
        Contracts.producerSchema(type).check(data.toString());
        var event = Objects.requireNonNull(Contracts.events().get(type), type);
        var key = data.path(event.key()).asText();
        var record = new ProducerRecord<>(event.topic(), key, data.toString());
        Map.of("ce_specversion", "1.0", "ce_id", key + "-" + sequence, "ce_type", type, "ce_source", "/shopcare/test",
                "ce_time", data.path("occurredAt").asText(), "ce_subject", key, "ce_sequence",
                Long.toString(sequence), "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        PRODUCER.send(record);
        PRODUCER.flush();
    }
}
