package io.shopcare.platform.parking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;

import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing of a parked key overtakes, is lost or is left behind, whoever dies or comes at the same moment. */
@Timeout(60)
class ReplayingInOrderTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final MongoDatabase database = TestDatabase.fresh();
    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private final ParkedKeys keys = new ParkedKeys(database);
    private final ParkedRecords records = new ParkedRecords(database);
    private final MockProducer<String, String> deadLetters = new MockProducer<>(true, null, new StringSerializer(),
            new StringSerializer()) {
        @Override
        public void close(Duration atMost) {
            // the template closes it after every record
        }
    };
    private final Parking parking = new Parking(keys, records, new DeadLetters(
            new KafkaTemplate<>(new MockProducerFactory<>(() -> deadLetters)), Duration.ofSeconds(5)), clock);
    private final List<Long> handled = Collections.synchronizedList(new ArrayList<>());
    private final Set<Long> troubled = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch mayGoOn = new CountDownLatch(0);
    private volatile CountDownLatch begun = new CountDownLatch(1);
    private final Reader reader = new Reader("svc.things", "things", "boxes", this::handle);
    private final ReplayParked replay = new ReplayParked(keys, records, parking, new Readers(List.of(reader)), clock);

    @Test
    void queuesBehindWhatIsParkedAndRunsAllInOrder() {
        troubled.add(2L);
        deliver(1, 2, 3, 4);
        assertThat(handled).containsExactly(1L);
        assertThat(records.count(keyId())).isEqualTo(3);

        troubled.clear();
        assertThat(replay.handle(keyId(), LONG)).isEqualTo(new Replayed(Replayed.Outcome.FREE, 3, 0, null));
        deliver(5);

        assertThat(handled).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(keys.isParked(keyId())).isFalse();
        assertThat(records.count(keyId())).isZero();
    }

    @Test
    void stopsAtTheFirstThatFailsAgainAndSaysWhy() {
        troubled.addAll(Set.of(1L, 3L));
        deliver(1, 2, 3, 4);
        troubled.remove(1L);

        var replayed = replay.handle(keyId(), LONG);

        assertThat(replayed.outcome()).isEqualTo(Replayed.Outcome.FAILED);
        assertThat(replayed.ran()).isEqualTo(2);
        assertThat(replayed.left()).isEqualTo(2);
        assertThat(handled).containsExactly(1L, 2L);
        var key = keys.find(keyId()).orElseThrow();
        assertThat(key.at()).isEqualTo(3);
        assertThat(key.tries()).isEqualTo(2);
        assertThat(key.isClaimed(clock.instant())).isFalse();
        assertThat(deadLetters.history()).extracting(sent -> sent.headers().lastHeader("parked_offset").value())
                .containsExactly("1".getBytes(), "3".getBytes());
    }

    @Test
    @DisplayName("while something around is away a replay stops and blames no record")
    void blamesNoRecordForWhatIsAway() {
        troubled.add(1L);
        deliver(1);
        var away = new Reader(reader.group(), reader.subscription(), reader.topic(), record -> {
            throw new IllegalStateException(new MongoTimeoutException("no server"));
        });

        var replayed = new ReplayParked(keys, records, parking, new Readers(List.of(away)), clock).handle(keyId(),
                LONG);

        assertThat(replayed.outcome()).isEqualTo(Replayed.Outcome.AWAY);
        assertThat(keys.find(keyId()).orElseThrow().tries()).isEqualTo(1);
    }

    @Test
    @DisplayName("of two replays at once, one works")
    void letsOneOfTwoReplaysWork() throws Exception {
        troubled.add(1L);
        deliver(1, 2, 3);
        troubled.clear();
        begun = new CountDownLatch(1);
        mayGoOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> replay.handle(keyId(), LONG));
            begun.await();
            assertThat(replay.handle(keyId(), LONG).outcome()).isEqualTo(Replayed.Outcome.BUSY);
            mayGoOn.countDown();
            assertThat(first.get().ran()).isEqualTo(3);
        }
        assertThat(handled).containsExactly(1L, 2L, 3L);
    }

    @Test
    @DisplayName("a replay that died is taken over when its claim has run out, and goes on where it stopped")
    void takesOverFromAReplayThatDied() {
        troubled.add(1L);
        deliver(1, 2, 3);
        troubled.clear();
        keys.claim(keyId(), "who died", clock.instant(), clock.instant().plusSeconds(60)).orElseThrow();
        keys.done(keyId(), "who died", 1); // and record 1 is still there

        assertThat(replay.handle(keyId(), LONG).outcome()).isEqualTo(Replayed.Outcome.BUSY);
        clock.advance(Duration.ofSeconds(61));
        assertThat(replay.handle(keyId(), LONG).outcome()).isEqualTo(Replayed.Outcome.FREE);
        assertThat(handled).containsExactly(2L, 3L);
    }

    @Test
    @DisplayName("killed after the key was parked and before its record was kept: the next delivery keeps and copies it")
    void finishesWhatAKillLeft() {
        keys.open(reader, record(7), "s", new Cause("Oops", null, null), clock.instant());
        assertThat(replay.handle(keyId(), Duration.ofMillis(50)).outcome()).isEqualTo(Replayed.Outcome.UNFINISHED);

        deliver(7, 8);

        assertThat(records.count(keyId())).isEqualTo(2);
        assertThat(deadLetters.history()).hasSize(1);
        assertThat(replay.handle(keyId(), LONG).outcome()).isEqualTo(Replayed.Outcome.FREE);
        assertThat(handled).containsExactly(7L, 8L);
    }

    @Test
    @DisplayName("what is delivered again is neither doubled nor run again")
    void doublesNothing() {
        troubled.add(1L);
        deliver(1, 2, 1, 2);
        parking.park(reader, record(1), new IllegalStateException());
        assertThat(records.count(keyId())).isEqualTo(2);
        assertThat(deadLetters.history()).hasSize(1);

        troubled.remove(1L);
        troubled.add(2L);
        replay.handle(keyId(), LONG);
        deliver(1); // by an instance that had not committed it
        assertThat(records.of(keyId(), -1, 9)).extracting(ParkedRecord::offset).containsExactly(2L);
    }

    @Test
    void keepsARecordWhole() {
        var record = record(1);
        record.headers().add("ce_id", "1".getBytes()).add("empty", null);
        parking.park(reader, record, new IllegalStateException("call 13800001234"));

        var kept = records.first(keyId()).orElseThrow().record();

        assertThat(kept.value()).isEqualTo(record.value());
        assertThat(kept.headers()).isEqualTo(record.headers());
        assertThat(kept.timestamp()).isEqualTo(record.timestamp());
        assertThat(keys.find(keyId()).orElseThrow().cause().message()).isEqualTo("call 138****1234");
    }

    @RepeatedTest(20)
    @DisplayName("while records arrive and replays come at every moment, all are handled once, in order, and the key is free")
    void losesNothingWhenRecordsArriveDuringReplays() throws Exception {
        int many = 300;
        var random = new Random(42);
        var failsOnce = ConcurrentHashMap.<Long>newKeySet();
        IntStream.rangeClosed(1, many).filter(i -> random.nextInt(6) == 0).forEach(i -> failsOnce.add((long) i));
        var flaky = new Reader(reader.group(), reader.subscription(), reader.topic(), record -> {
            if (failsOnce.remove(record.offset()))
                throw new IllegalStateException("the first time");
            handled.add(record.offset());
        });
        var replays = new ReplayParked(keys, records, parking, new Readers(List.of(flaky)), clock);
        var arriving = new AtomicBoolean(true);
        var ran = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++)
                threads.submit(() -> {
                    while (arriving.get())
                        ran.addAndGet(replays.handle(keyId(), LONG).ran());
                });
            try {
                for (int offset = 1; offset <= many; offset++)
                    deliver(flaky, record(offset));
            } finally {
                arriving.set(false);
            }
        }
        while (keys.isParked(keyId()))
            replays.handle(keyId(), LONG);

        assertThat(handled).containsExactlyElementsOf(IntStream.rangeClosed(1, many).mapToObj(i -> (long) i).toList());
        assertThat(records.count(keyId())).isZero();
        assertThat(ran.get()).isPositive();
    }

    private void deliver(long... offsets) {
        for (var offset : offsets)
            deliver(reader, record(offset));
    }

    /** As the consumer does it, but for the pauses between its tries. */
    private void deliver(Reader to, ConsumerRecord<String, String> record) {
        if (parking.queues(to, record))
            return;
        try {
            to.handler().accept(record);
        } catch (IllegalStateException e) {
            parking.park(to, record, e);
        }
    }

    private void handle(ConsumerRecord<String, String> record) {
        begun.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (troubled.contains(record.offset()))
            throw new IllegalStateException("trouble");
        handled.add(record.offset());
    }

    private String keyId() {
        return reader.keyId(record(0));
    }

    private static ConsumerRecord<String, String> record(long offset) {
        return new ConsumerRecord<>("boxes", 0, offset, 1_700_000_000_000L, TimestampType.CREATE_TIME, 0, 0, "box-1",
                "{\"shop\":\"s\"}", new RecordHeaders(), Optional.empty());
    }
}
