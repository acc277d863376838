package io.shopcare.platform.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.parking.Failures;
import io.shopcare.platform.parking.Reader;
import io.shopcare.platform.parking.SetAside;

/**
 * The read models in a database of their own, as far as the topics have been read. What the live consumers have parked or
 * discarded is left out; what fails here by itself is left out with all that follows under its key, as parking does it.
 */
final class Shadow {
    private static final Logger log = LoggerFactory.getLogger(Shadow.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);
    private static final int TRIES = 6;

    /** One model: the live reader by whose name records are parked, and the one that writes here. */
    private record Model(Reader live, Subscription anew, Reader shadow) {}

    private final KafkaConsumer<String, String> consumer;
    private final List<Model> models = new ArrayList<>();
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final SetAside setAside;
    private final Set<String> failedKeys = new HashSet<>();
    private long records;
    private long toldAt = System.nanoTime();
    private long leftOut;
    private long failed;

    Shadow(MongoDatabase database, List<Subscription> subscriptions, String program,
            KafkaConsumer<String, String> consumer, SetAside setAside) {
        this.consumer = consumer;
        this.setAside = setAside;
        for (var subscription : subscriptions) {
            var keeps = subscription.keeps();
            if (keeps == null)
                continue;
            var anew = keeps.anew().apply(database);
            models.add(new Model(subscription.readBy(program), anew, anew.readBy(program)));
        }
        models.stream().map(model -> model.live().topic()).distinct()
                .forEach(topic -> consumer.partitionsFor(topic)
                        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    List<TopicPartition> partitions() {
        return partitions;
    }

    /** Partitions that each live group must have handled. */
    Map<String, Collection<TopicPartition>> partitionsOfGroups() {
        var all = new HashMap<String, Collection<TopicPartition>>();
        for (var model : models)
            all.computeIfAbsent(model.live().group(), group -> new ArrayList<>()).addAll(partitions.stream()
                    .filter(partition -> partition.topic().equals(model.live().topic())).toList());
        return all;
    }

    /** Reads on to these offsets. */
    void readTo(Map<TopicPartition, Long> ends, Consumer<Shadow> progress) {
        var aside = setAside.look();
        pauseWhatHasReached(ends);
        while (!consumer.paused().containsAll(partitions)) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < end(ends, new TopicPartition(record.topic(), record.partition())))
                    take(record, aside);
                tell(progress);
            }
            pauseWhatHasReached(ends);
            tell(progress);
        }
        consumer.resume(partitions);
        progress.accept(this);
    }

    /** Often enough to be known to be alive, seldom enough to cost nothing. */
    private void tell(Consumer<Shadow> progress) {
        if (System.nanoTime() - toldAt < TOLD_EVERY.toNanos())
            return;
        toldAt = System.nanoTime();
        progress.accept(this);
    }

    long records() {
        return records;
    }

    long leftOut() {
        return leftOut;
    }

    long failed() {
        return failed;
    }

    /** What lies beyond is for the next time. */
    private void pauseWhatHasReached(Map<TopicPartition, Long> ends) {
        for (var partition : partitions)
            if (consumer.position(partition) >= end(ends, partition)) {
                consumer.pause(List.of(partition));
                consumer.seek(partition, end(ends, partition));
            }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private void take(ConsumerRecord<String, String> record, SetAside.Seen aside) {
        records++;
        for (var model : models) {
            if (!model.live().topic().equals(record.topic()) || !model.anew().wants(record))
                continue;
            var key = model.live().keyId(record);
            if (aside.has(model.live(), record) || failedKeys.contains(key))
                leftOut++;
            else if (!handled(model.shadow(), record)) {
                failed++;
                failedKeys.add(key);
            }
        }
    }

    private static boolean handled(Reader reader, ConsumerRecord<String, String> record) {
        for (int tries = 1;; tries++)
            try {
                reader.handler().accept(record);
                return true;
            } catch (RuntimeException e) {
                boolean goesBy = Failures.areAround(e);
                if (goesBy && tries >= TRIES)
                    throw e;
                if (!goesBy) {
                    log.warn("{} can't handle {}/{} anew", reader.group(), record.partition(), record.offset(), e);
                    return false;
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(tries));
            }
    }
}
