package io.shopcare.acceptance.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker with nothing of ours around it: acks=all, records as large as an event is. */
final class BareBroker implements AutoCloseable {
    private static final String TOPIC = "bench.bare";
    private static final int PARTITIONS = 12;
    private static final int KEYS = 200;
    private static final int IN_FLIGHT = 100;

    private final String broker;
    private final KafkaProducer<String, byte[]> producer;
    private final byte[] value;

    BareBroker(String broker, byte[] value) {
        this.broker = broker;
        this.value = value;
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty()))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException))
                throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker, "acks", "all", "enable.idempotence",
                true), new StringSerializer(), new ByteArraySerializer());
    }

    /** As a relay must: the next of a key only when the one before was taken. */
    long oneByOne(long number, long due) throws InterruptedException {
        send(number, true);
        return System.nanoTime() - due;
    }

    /** As nobody may who keeps a sequence: up to a hundred of each user are under way. */
    long together(long number, long due) throws InterruptedException {
        send(number, number % IN_FLIGHT == 0);
        return System.nanoTime() - due;
    }

    private void send(long number, boolean waits) throws InterruptedException {
        var taken = producer.send(new ProducerRecord<>(TOPIC, "key-" + number % KEYS, value));
        try {
            if (waits)
                taken.get();
        } catch (ExecutionException e) {
            throw new FlowFailedException("the broker did not take it", e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker));
    }

    @Override
    public void close() {
        producer.close();
        try (var admin = admin()) {
            admin.deleteTopics(List.of(TOPIC));
        }
    }
}
