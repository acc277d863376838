package io.shopcare.presale.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import io.shopcare.platform.json.Json;

/**
 * Hints over a topic that every instance reads for itself: all partitions assigned, from their end, in no group. Sent
 * without waiting for an acknowledgement; the loss of one costs at most the time until the next sweep.
 */
final class KafkaHints implements Hints, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(KafkaHints.class);
    private static final int MOST_IN_FLIGHT = 500;
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> clients;
    private final String topic;
    private final Consumer<Hint> heard;
    private final KafkaProducer<String, String> producer;
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    private volatile boolean running;
    private volatile boolean listening;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    KafkaHints(Map<String, Object> clients, String topic, Consumer<Hint> heard) {
        this.clients = clients;
        this.topic = topic;
        this.heard = heard;
        var settings = new HashMap<>(clients);
        settings.put(ProducerConfig.ACKS_CONFIG, "0");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.RETRIES_CONFIG, 0);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    @Override
    public void tell(Hint hint) {
        if (inFlight.tryAcquire())
            Thread.ofVirtual().name("presale-hint").start(() -> send(hint));
    }

    /** Not on the caller's thread: a broker that is away must not slow down a message. */
    private void send(Hint hint) {
        try {
            producer.send(new ProducerRecord<>(topic, hint.conversation(), Json.WIRE.writeValueAsString(hint)));
        } catch (KafkaException | IllegalStateException | JsonProcessingException e) { // also: closed already
            log.debug("a hint was not sent: {}", e.toString());
        } finally {
            inFlight.release();
        }
    }

    /** Whether hints are being read. */
    boolean isListening() {
        return listening;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("presale-hints").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(POLL.multipliedBy(6));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(1));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running)
            try (var consumer = new KafkaConsumer<>(consumerSettings(), new StringDeserializer(),
                    new StringDeserializer())) {
                readFromNowOn(consumer);
            } catch (KafkaException e) {
                listening = false;
                log.warn("hints are not heard at the moment, sweeps serve the sockets: {}", e.toString());
                pause();
            }
        listening = false;
    }

    private void readFromNowOn(KafkaConsumer<String, String> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        if (partitions.isEmpty())
            throw new KafkaException("no topic " + topic);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        listening = true;
        while (running)
            consumer.poll(POLL).forEach(record -> hear(record.value()));
    }

    private void hear(String value) {
        try {
            heard.accept(Json.WIRE.readValue(value, Hint.class));
        } catch (JsonProcessingException | RuntimeException e) {
            log.debug("a hint led to nothing: {}", e.toString());
        }
    }

    private Map<String, Object> consumerSettings() {
        var settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return settings;
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
