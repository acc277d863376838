package io.shopcare.platform.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.mongodb.MongoTimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where nothing is parked the database is not asked; whatever makes that uncertain makes it be asked again. */
class FreePartitionsTest {
    private final Set<Integer> parked = new HashSet<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong stopwatch = new AtomicLong();
    private boolean isAway;
    private final FreePartitions free = new FreePartitions(this::holdsParked, stopwatch::get);

    @Test
    @DisplayName("a thousand records of a partition in which nothing is parked cost one look, when it is assigned")
    void looksOnce() {
        assign(0);
        for (int i = 0; i < 1_000; i++)
            assertThat(free.contains(0)).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void knowsNothingOfAPartitionThatIsNotItsOwn() {
        assign(0);
        assertThat(free.contains(1)).isFalse();
        free.onPartitionsRevoked(of(0));
        assertThat(free.contains(0)).isFalse();
        free.parksIn(0);
        assertThat(free.contains(0)).isFalse();
    }

    @Test
    void seesWhatAnotherConsumerHasParkedBefore() {
        parked.add(0);
        assign(0, 1);
        assertThat(free.contains(0)).isFalse();
        assertThat(free.contains(1)).isTrue();
    }

    @Test
    @DisplayName("what it parks counts before it is in the database, and until a look finds that a replay has freed all")
    void knowsWhatItParksItself() {
        assign(0);
        free.parksIn(0);
        assertThat(free.contains(0)).isFalse();
        parked.add(0);
        later();
        assertThat(free.contains(0)).isFalse();
        parked.clear();
        assertThat(free.contains(0)).as("it looks now and then only").isFalse();
        later();
        assertThat(free.contains(0)).isTrue();
        assertThat(asked).hasValue(3);
    }

    @Test
    void takesNothingForFreeWhileTheDatabaseIsAway() {
        isAway = true;
        assign(0);
        assertThat(free.contains(0)).isFalse();
        isAway = false;
        later();
        assertThat(free.contains(0)).isTrue();
    }

    private boolean holdsParked(int partition) {
        asked.incrementAndGet();
        if (isAway)
            throw new MongoTimeoutException("no server");
        return parked.contains(partition);
    }

    private void assign(Integer... partitions) {
        free.onPartitionsAssigned(of(partitions));
    }

    private void later() {
        stopwatch.addAndGet(FreePartitions.LOOK_AGAIN.toNanos());
    }

    private static List<TopicPartition> of(Integer... partitions) {
        return List.of(partitions).stream().map(partition -> new TopicPartition("t", partition)).toList();
    }
}
