package io.shopcare.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;

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
    private final EventSender sender = new EventSender(new KafkaTemplate<>(new MockProducerFactory<>(() -> broker)),
            new EventSettings("/test", 1, (short) 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(10), 1, true,
                    Duration.ofSeconds(10), Duration.ofSeconds(10)),
            Clock.systemUTC(), new RelayMeter(new SimpleMeterRegistry()));

    @Test
    @DisplayName("what the broker did not take is not overtaken by what it would take")
    void sendsNothingAfterAnEventThatTheBrokerDidNotTake() {
        var sent = sending(3);
        await().until(() -> broker.errorNext(new TimeoutException("the broker is away")));
        assertThat(sent.join()).isZero();
        assertThat(numbersSent()).containsExactly(1);
    }

    @Test
    void sendsTheNextWhenTheOneBeforeIsAcknowledged() {
        var sent = sending(3);
        await().until(broker::completeNext);
        await().until(broker::completeNext);
        await().until(() -> broker.errorNext(new TimeoutException("away in the middle")));
        assertThat(sent.join()).isEqualTo(2);
        assertThat(numbersSent()).containsExactly(1, 2, 3);
    }

    private CompletableFuture<Long> sending(int events) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return sender.send(TYPE, IntStream.rangeClosed(1, events).mapToObj(
                        SendingInSequenceTest::entry).toList());
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

    private static Document entry(int number) {
        return new Document("seq", (long) number).append("event", true).append("doc",
                new Document("parent", "b1").append("type", "thing.put.v1").append("seq", (long) number)
                        .append("at", Date.from(Clock.systemUTC().instant())).append("data", new Document()));
    }
}
