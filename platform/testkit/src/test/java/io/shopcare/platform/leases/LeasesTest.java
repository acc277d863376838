package io.shopcare.platform.leases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.services.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Instances share the shards of one database; each has a stopwatch of its own. */
class LeasesTest {
    private static final LeaseSettings SETTINGS = new LeaseSettings(Duration.ofSeconds(10), Duration.ofSeconds(2));

    private final MongoDatabase database = TestDatabase.fresh();
    private final AtomicLong time = new AtomicLong();

    @Test
    void aSingleInstanceHoldsAllFromItsFirstBeat() {
        var only = instance();
        assertThat(only.held()).isEmpty();

        only.renew();

        assertThat(only.held()).hasSize(Shards.COUNT);
    }

    @Test
    void instancesShareFairlyAndEveryShardIsHeldOnce() {
        var all = IntStream.range(0, 3).mapToObj(i -> instance()).toList();
        all.forEach(Leases::renew);
        all.forEach(Leases::renew);

        assertThat(all).extracting(each -> each.held().size()).containsExactlyInAnyOrder(22, 21, 21);
        assertThat(all.stream().flatMap(each -> each.held().stream())).doesNotHaveDuplicates();
    }

    @Test
    void theShardsOfADeadInstanceAreTakenOver() {
        var dying = instance();
        var living = instance();
        dying.renew();
        living.renew();
        pass(Duration.ofSeconds(9), living);
        assertThat(living.held()).hasSize(Shards.COUNT / 2);

        pass(Duration.ofSeconds(4), living);

        assertThat(living.held()).hasSize(Shards.COUNT);
    }

    @Test
    void anInstanceThatStopsGivesBackAtOnce() {
        var leaving = instance();
        var staying = instance();
        leaving.renew();
        staying.renew();

        leaving.giveBack();
        staying.renew();

        assertThat(leaving.held()).isEmpty();
        assertThat(staying.held()).hasSize(Shards.COUNT);
    }

    @Test
    @DisplayName("an instance that was stopped for longer than its lease holds nothing when it goes on, until it has joined again")
    void whoWasStoppedForTooLongHoldsNothing() {
        var stopped = instance();
        var living = instance();
        stopped.renew();
        living.renew();
        pass(Duration.ofSeconds(14), living);

        assertThat(stopped.held()).isEmpty();
        stopped.renew();
        living.renew();

        assertThat(stopped.held()).hasSize(Shards.COUNT / 2);
        assertThat(living.held()).hasSize(Shards.COUNT / 2).doesNotContainAnyElementsOf(stopped.held());
    }

    @Test
    @DisplayName("a stopwatch that says something else by far, as clocks of machines do, changes nothing")
    void stopwatchesNeedNotAgree() {
        var here = instance();
        var elsewhere = instance(() -> time.get() + Duration.ofMinutes(10).toNanos());
        for (int i = 0; i < 20; i++) {
            time.addAndGet(SETTINGS.renewEvery().toNanos());
            here.renew();
            elsewhere.renew();
        }
        assertThat(here.held()).hasSize(Shards.COUNT / 2);
        assertThat(elsewhere.held()).hasSize(Shards.COUNT / 2);
    }

    @Test
    @DisplayName("after the database was away nobody is taken for dead who only could not write")
    void nobodyDiesOfTheDatabasesAbsence() {
        var all = List.of(instance(), instance());
        all.forEach(Leases::renew);
        all.forEach(Leases::renew);

        time.addAndGet(Duration.ofSeconds(30).toNanos());
        all.getFirst().renew();

        assertThat(all.getFirst().held()).hasSize(Shards.COUNT / 2);
    }

    @Test
    void manyWhoRenewAtOnceLoseNoShard() throws Exception {
        var all = new ArrayList<Leases>();
        for (int i = 0; i < 6; i++)
            all.add(instance());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++)
                for (var done : threads.invokeAll(all.stream().map(each -> Executors.callable(each::renew)).toList()))
                    done.get();
        }
        all.forEach(Leases::renew);
        assertThat(all.stream().flatMap(each -> each.held().stream()).sorted())
                .containsExactlyElementsOf(IntStream.range(0, Shards.COUNT).boxed().toList());
    }

    private Leases instance() {
        return instance(time::get);
    }

    private Leases instance(LongSupplier stopwatch) {
        return new Leases(new LeaseDocument(database), SETTINGS, stopwatch);
    }

    private void pass(Duration duration, Leases renewing) {
        for (long second = 0; second < duration.toSeconds(); second++) {
            time.addAndGet(Duration.ofSeconds(1).toNanos());
            renewing.renew();
        }
    }
}
