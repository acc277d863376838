package io.shopcare.platform.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.leases.Shards;
import io.shopcare.platform.sample.Alarm;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Deadlines.Due;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.time.MutableClock;

import static io.shopcare.platform.sample.Alarm.Kind.BROKEN;
import static io.shopcare.platform.sample.Alarm.Kind.DEAF;
import static io.shopcare.platform.sample.Alarm.Kind.JAMMED;
import static io.shopcare.platform.sample.Alarm.Kind.SOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Whatever happens to instances, a deadline is answered, and once. */
class FiringDeadlinesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final String uri = TestDatabase.freshUri();
    private final MutableClock clock = MutableClock.at(NOON);
    private final List<Instance> instances = new ArrayList<>();

    @AfterEach
    void stop() {
        instances.forEach(Instance::close);
    }

    @Test
    void answersWhatIsDueAndNothingBefore() {
        var one = started();
        var due = one.set(SOUND, NOON, null);
        var later = one.set(SOUND, NOON.plusMillis(1), null);

        await().untilAsserted(() -> assertThat(one.alarm(due).rung()).isEqualTo(1));
        assertThat(one.alarm(later).rung()).isZero();

        clock.advance(Duration.ofMillis(1));
        await().untilAsserted(() -> assertThat(one.alarm(later).rung()).isEqualTo(1));
    }

    @Test
    @DisplayName("G6 three instances answer many deadlines, each once")
    void threeInstancesAnswerEachOnce() {
        var three = List.of(started(), started(), started());
        var ids = IntStream.range(0, 120).mapToObj(i -> three.get(i % 3).set(SOUND, NOON.plusSeconds(i % 7), null))
                .toList();

        for (int i = 0; i < 7; i++)
            clock.advance(Duration.ofSeconds(1));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ids).allSatisfy(id -> rangOnce(id)));
    }

    @Test
    @DisplayName("G6 the same deadline fired by many at once happens once, leases or not")
    void manyWhoFireTheSameAnswerItOnce() throws Exception {
        var one = instance();
        for (int round = 0; round < 20; round++) {
            var id = one.set(SOUND, NOON, null);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.invokeAll(IntStream.range(0, 6)
                        .mapToObj(i -> (Callable<Boolean>) () -> one.fire(clock).fire(new Due(id, "ring", NOON, 0)))
                        .toList());
            }
            rangOnce(id);
        }
    }

    @Test
    @DisplayName("G9 instances that are killed while they answer lose no deadline and double none")
    void killedInstancesLoseNothing() {
        var survivor = started();
        for (int round = 0; round < 3; round++) {
            var victim = started();
            var ids = IntStream.range(0, 60).mapToObj(i -> survivor.set(SOUND, NOON, null)).toList();
            await().until(() -> ids.stream().anyMatch(id -> survivor.alarm(id).rung() > 0));

            victim.kill();

            var later = IntStream.range(0, 30).mapToObj(i -> survivor.set(SOUND, NOON, null)).toList();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(ids).allSatisfy(this::rangOnce);
                assertThat(later).allSatisfy(this::rangOnce);
            });
        }
        await().until(() -> survivor.leases.held().size() == Shards.COUNT);
    }

    @Test
    @DisplayName("G9 an instance that stands still longer than its lease and goes on does no harm")
    void anInstanceThatStoodStillDoesNoHarm() throws Exception {
        var still = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var stopped = new Instance(uri, clock, new Instance.Calls() {
            @Override
            void call(String id, AggregateStore<Alarm> alarms) {
                still.countDown();
                awaitUninterrupted(goOn);
                super.call(id, alarms);
            }
        });
        instances.add(stopped);
        stopped.started();
        var id = stopped.set(SOUND, null, NOON);
        assertThat(still.await(10, TimeUnit.SECONDS)).isTrue();

        stopped.leases.stop(); // as SIGSTOP does: it renews nothing, in the middle of its work
        var other = started();
        await().untilAsserted(() -> assertThat(other.alarm(id).called()).isEqualTo(1));
        goOn.countDown();

        await().during(Duration.ofMillis(300)).until(() -> other.alarm(id).called() == 1);
    }

    @Test
    void whatFellDueWhileNothingRanIsAnsweredOnce() {
        String id;
        try (var before = new Instance(uri, clock)) {
            id = before.set(SOUND, NOON.minus(Duration.ofDays(3)), null);
        }
        started();

        await().untilAsserted(() -> rangOnce(id));
        await().during(Duration.ofMillis(200)).untilAsserted(() -> rangOnce(id));
    }

    @Test
    void oneThatCannotBeAnsweredIsTriedAgainAndHoldsUpNoOther() {
        var one = started();
        var stuck = List.of(one.set(BROKEN, NOON, null), one.set(JAMMED, NOON, null), one.set(DEAF, NOON, null));
        var sound = one.set(SOUND, NOON, null);
        await().untilAsserted(() -> rangOnce(sound));

        clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() -> {
            assertThat(one.figure("shopcare.deadlines.late")).isEqualTo(3);
            assertThat(one.figure("shopcare.deadlines.oldest")).isEqualTo(60);
        });
        for (var id : stuck)
            one.alarms.decide(id, CommandContext.bySystem("repair"), Alarm::repair).orThrow();
        clock.advance(Duration.ofMinutes(1));

        await().untilAsserted(() -> assertThat(stuck).allSatisfy(this::rangOnce));
        await().until(() -> one.figure("shopcare.deadlines.late") == 0);
    }

    @Test
    void pausesGrowUpToALimit() {
        var settings = new DeadlineSettings(Duration.ofSeconds(1), 8, Duration.ofSeconds(2), Duration.ofMinutes(10),
                Duration.ofSeconds(20), Duration.ofSeconds(10));

        assertThat(IntStream.of(0, 1, 2, 5, 20, 1_000).mapToObj(tries -> settings.pauseAfter(tries, false)))
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8),
                        Duration.ofSeconds(64), Duration.ofMinutes(10), Duration.ofMinutes(10));
        assertThat(IntStream.of(0, 2, 20).mapToObj(tries -> settings.pauseAfter(tries, true))).as("only busy")
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(20));
    }

    @Test
    void aDeadlineThatNobodyHandlesStopsTheStart() {
        var one = instance();

        assertThatThrownBy(() -> Handled.check(one.stores.withDeadlines(), List.of()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("alarm/call");
    }

    private void rangOnce(String id) {
        var any = instances.getFirst();
        assertThat(any.alarm(id)).extracting(Alarm::rung, Alarm::rings).containsExactly(1, null);
    }

    private Instance started() {
        return instance().started();
    }

    private Instance instance() {
        var instance = new Instance(uri, clock);
        instances.add(instance);
        return instance;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
