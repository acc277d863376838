package io.shopcare.platform.events;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;

import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions of one subscription in which no key is parked, so that their records need no look into the database.
 * <p>
 * It stays right with several instances because only the consumer that has a partition parks its keys, on its own thread:
 * it looks when it is given the partition, and knows by itself what it parks from then on. Whoever had the partition
 * before commits no offset once it is lost, and parks before it commits: what it parks too late is a record that comes
 * again here, and is handled here in its turn. Where something is parked it looks again after a while, since a replay in
 * another instance may free it.
 */
final class FreePartitions implements ConsumerRebalanceListener {
    static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(FreePartitions.class);

    /** @param at stopwatch when it was looked at; what is free stays so until this consumer parks */
    private record Seen(boolean isFree, long at) {}

    private final IntPredicate holdsParked;
    private final LongSupplier stopwatch;
    private final Map<Integer, Seen> mine = new ConcurrentHashMap<>();

    /**
     * @param holdsParked asks the database about a partition
     * @param stopwatch   in nanoseconds
     */
    FreePartitions(IntPredicate holdsParked, LongSupplier stopwatch) {
        this.holdsParked = holdsParked;
        this.stopwatch = stopwatch;
    }

    /** Whether nothing is parked there for certain; false also where it is not known. */
    boolean contains(int partition) {
        var seen = mine.get(partition);
        if (seen == null || seen.isFree())
            return seen != null;
        return stopwatch.getAsLong() - seen.at() >= LOOK_AGAIN.toNanos() && look(partition);
    }

    /** To be said before a key of it is parked. */
    void parksIn(int partition) {
        mine.computeIfPresent(partition, (_, _) -> new Seen(false, stopwatch.getAsLong()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (var partition : partitions)
            try {
                look(partition.partition());
            } catch (RuntimeException e) {
                log.warn("it is not known yet what is parked in {}: {}", partition, e.toString());
                mine.put(partition.partition(), new Seen(false, stopwatch.getAsLong()));
            }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> mine.remove(partition.partition()));
    }

    private boolean look(int partition) {
        boolean isFree = !holdsParked.test(partition);
        mine.put(partition, new Seen(isFree, stopwatch.getAsLong()));
        return isFree;
    }
}
