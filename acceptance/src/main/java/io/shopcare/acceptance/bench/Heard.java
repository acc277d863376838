package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.shopcare.platform.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Listens to topics as another team would, from now on, and tells who waits for an event that it is there. */
final class Heard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PARCEL_CREATED = "parcel.created.v1";

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, CompletableFuture<Event>> awaited = new ConcurrentHashMap<>();
    private final LongAdder count = new LongAdder();
    private final Thread thread;

    /**
     * An event, heard.
     *
     * @param at    when it happened, by the producer's clock, which is this machine's
     * @param nanos when it was heard, by {@link System#nanoTime}
     */
    record Event(String key, Instant at, long nanos, long millis) {}

    Heard(String broker, List<String> topics) {
        consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100, ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // else what comes before the first poll is not heard
        thread = Thread.ofPlatform().daemon().name("heard").start(this::listen);
    }

    private void listen() {
        try {
            while (true)
                for (var record : consumer.poll(Duration.ofSeconds(1)))
                    hear(record);
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        count.increment();
        var type = header(record, "ce_type");
        var waiting = awaited.remove(type + " " + (type.equals(PARCEL_CREATED) ? order(record) : record.key()));
        if (waiting != null)
            waiting.complete(new Event(record.key(), Instant.parse(header(record, "ce_time")), System.nanoTime(),
                    System.currentTimeMillis()));
    }

    /** A parcel is awaited by the order that it is made for. */
    private static String order(ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode data = Json.WIRE.readTree(record.value());
            return data.at("/orders/0/orderId").asText();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /** Must be asked for before it can happen. */
    CompletableFuture<Event> expect(String type, String subject) {
        return awaited.computeIfAbsent(type + " " + subject, _ -> new CompletableFuture<>());
    }

    /** Waits for what was expected. */
    static Event await(CompletableFuture<Event> expected, String what) throws InterruptedException {
        try {
            return expected.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new FlowFailedException(what + " was not heard within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Events heard so far, whoever waits. */
    long count() {
        return count.sum();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
