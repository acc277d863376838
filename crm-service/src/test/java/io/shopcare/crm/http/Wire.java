package io.shopcare.crm.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

import io.shopcare.crm.news.Happening;
import io.shopcare.crm.trail.Kind;
import io.shopcare.crm.trail.TrailCatalogue;
import io.shopcare.platform.testkit.services.TestBroker;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Publishes on the topics of the other services what they would. */
final class Wire implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    Wire() {
        makeTopics();
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", TestBroker.address(), "acks", "all"),
                new StringSerializer(), new StringSerializer());
    }

    void publish(List<Happening> happenings) {
        happenings.forEach(this::send);
        producer.flush();
    }

    private void send(Happening happening) {
        var meta = happening.meta();
        var record = new ProducerRecord<>(meta.topic(), meta.subject(), happening.data().toString());
        Map.of("ce_specversion", "1.0", "ce_id", meta.id(), "ce_type", meta.type(), "ce_subject", meta.subject(),
                "ce_source", "/shopcare/test", "ce_time", meta.time().toString(), "ce_sequence",
                Long.toString(meta.sequence()), "ce_sequencetype", "Integer", "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
    }

    private static void makeTopics() {
        var catalogue = TrailCatalogue.shipped();
        var topics = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.CUSTOMER).map(catalogue::topic).toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.address()))) {
            for (var topic : topics)
                make(admin, topic);
        }
    }

    private static void make(Admin admin, String topic) {
        try {
            admin.createTopics(Set.of(new NewTopic(topic, 2, (short) 1))).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException))
                throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
