package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import org.springframework.kafka.support.SendResult;

import io.shopcare.platform.store.AggregateType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A broker that comes back in the middle of an aggregate's events leaves no gap in them. */
class SendingInSequenceTest {
    private static final AggregateType<String> TYPE = new AggregateType<>("box", String.class, "boxes", "boxes",
            box -> "shop");

    /** Stays open between two sends, as the shared producer of the real factory does. */
    private final MockProducer<String, String> broker = new MockProducer<>(false, null, new StringSerializer(),
            new StringSerializer()) {
        @Override
        public void close(Duration timeout) {}
    };
    private final EventSender sender = sender(new KafkaTemplate<>(new MockProducerFactory<>(() -> broker)));
    private int acknowledged;

    private static EventSender sender(KafkaTemplate<String, String> kafka) {
        return new EventSender(kafka,
                new EventSettings("/test", 1, (short) 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(10),
                        Duration.ZERO, 1, true,
                        Duration.ofSeconds(10), Duration.ofSeconds(10)),
                Clock.systemUTC(), new RelayMeter(new SimpleMeterRegistry()));
    }

    @Test
    @DisplayName("what the broker did not take is not overtaken by what it would take")
    void sendsNothingAfterAnEventThatTheBrokerDidNotTake() {
        var sent = sending(3, "b1");
        await().until(() -> broker.errorNext(new TimeoutException("the broker is away")));
        assertThat(sent.join()).isEmpty();
        assertThat(numbersSent()).containsExactly(1);
    }

    @Test
    void sendsTheNextWhenTheOneBeforeIsAcknowledged() {
        var sent = sending(3, "b1");
        await().until(broker::completeNext);
        await().until(broker::completeNext);
        await().until(() -> broker.errorNext(new TimeoutException("away in the middle")));
        assertThat(sent.join()).isEqualTo(Map.of("b1", 2L));
        assertThat(numbersSent()).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("events of different aggregates do not wait for each other")
    void sendsAggregatesSideBySide() {
        var sent = sending(2, "b1", "b2", "b3");
        await().untilAsserted(() -> assertThat(numbersSent()).containsExactly(1, 1, 1));
        await().until(() -> acknowledged(6));
        assertThat(sent.join()).isEqualTo(Map.of("b1", 2L, "b2", 2L, "b3", 2L));
    }

    @Test
    @DisplayName("an event that the broker does not take stops its own aggregate and no other")
    void holdsUpNoOtherAggregate() {
        var sent = sending(2, "b1", "b2");
        await().until(() -> broker.errorNext(new RecordTooLargeException("too large")));
        await().until(() -> acknowledged(2));
        assertThat(sent.join()).isEqualTo(Map.of("b2", 2L));
    }

    @Test
    @DisplayName("a broker whose partitions are not known is waited for once, not once for every aggregate")
    void waitsForAnAbsentBrokerOnce() {
        broker.sendException = new TimeoutException("no metadata");
        var tries = new AtomicInteger();
        var counting = new KafkaTemplate<>(new MockProducerFactory<>(() -> broker)) {
            @Override
            public CompletableFuture<SendResult<String, String>> send(ProducerRecord<String, String> record) {
                tries.incrementAndGet();
                return super.send(record);
            }
        };
        assertThat(sending(sender(counting), 1, "b1", "b2", "b3").join()).isEmpty();
        assertThat(tries).hasValue(1);
    }

    private boolean acknowledged(int events) {
        while (acknowledged < events && broker.completeNext())
            acknowledged++;
        return acknowledged == events;
    }

    private CompletableFuture<Map<String, Long>> sending(int events, String... ids) {
        return sending(sender, events, ids);
    }

    private static CompletableFuture<Map<String, Long>> sending(EventSender sender, int events, String... ids) {
        var pending = new LinkedHashMap<String, List<Document>>();
        for (var id : ids)
            pending.put(id, IntStream.rangeClosed(1, events).mapToObj(number -> entry(id, number)).toList());
        return CompletableFuture.supplyAsync(() -> {
            try {
                return sender.send(TYPE, pending);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<Integer> numbersSent() {
        return broker.history().stream().map(record -> Integer.valueOf(new String(
                record.headers().lastHeader("ce_sequence").value(), java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
    }

    private static Document entry(String id, int number) {
        return new Document("seq", (long) number).append("event", true).append("doc",
                new Document("parent", id).append("type", "thing.put.v1").append("seq", (long) number)
                        .append("at", Date.from(Clock.systemUTC().instant())).append("data", new Document()));
    }
}
