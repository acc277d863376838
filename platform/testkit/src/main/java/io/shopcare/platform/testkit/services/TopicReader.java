package io.shopcare.platform.testkit.services;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads a topic from its beginning, as another team would. */
public final class TopicReader implements AutoCloseable {

    /** An event as it came. */
    public record Heard(String type, String subject, long sequence, JsonNode data, Map<String, String> headers) {}

    private final KafkaConsumer<String, String> consumer;
    private final String topic;
    private final List<Heard> heard = new ArrayList<>();

    /** Of the tests' own broker. */
    public TopicReader(String topic) {
        this(topic, TestBroker.address());
    }

    /** Of any broker. */
    public TopicReader(String topic, String broker) {
        this.topic = topic;
        consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.METADATA_MAX_AGE_CONFIG, 1000,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false), new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The events of one aggregate, once there are at least so many. */
    public List<Heard> of(String subject, int atLeast) {
        return until(event -> event.subject().equals(subject), atLeast);
    }

    /** The events that fit, once there are at least so many; fails after 20 s. */
    public List<Heard> until(Predicate<Heard> fits, int atLeast) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            var found = heard.stream().filter(fits).toList();
            if (found.size() >= atLeast)
                return found;
            if (System.nanoTime() > end)
                throw new AssertionError("heard only " + found + " on " + topic + "; all: "
                        + heard.stream().map(event -> event.type() + " " + event.subject()).toList());
            consumer.poll(Duration.ofMillis(100)).forEach(record -> heard.add(read(record)));
        }
    }

    /** All records so far, with repeats. */
    public List<Heard> all() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> heard.add(read(record)));
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static Heard read(ConsumerRecord<String, String> record) {
        var headers = new java.util.TreeMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Heard(headers.getOrDefault("ce_type", "?"), String.valueOf(record.key()), sequence(headers),
                data(record.value()), headers);
    }

    private static long sequence(Map<String, String> headers) {
        var sequence = headers.getOrDefault("ce_sequence", "0");
        return sequence.matches("\\d{1,18}") ? Long.parseLong(sequence) : 0;
    }

    /** Missing where there is no JSON: tests put such records there too. */
    private static JsonNode data(@Nullable String value) {
        try {
            return value == null ? MissingNode.getInstance() : Json.WIRE.readTree(value);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
