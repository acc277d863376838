package io.shopcare.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.leases.Shards;
import io.shopcare.platform.sample.Alarm;
import io.shopcare.platform.store.Deadlines.Due;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store promises of deadlines, in memory and on a database. */
abstract class DeadlinesContract {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final List<Integer> ALL = IntStream.range(0, Shards.COUNT).boxed().toList();

    abstract AggregateStore<Alarm> alarms();

    abstract Deadlines deadlines();

    @Test
    void nothingIsDueBeforeItsTime() {
        anAlarm(NOON);

        assertThat(deadlines().due(ALL, NOON.minusMillis(1), 10)).isEmpty();
    }

    @Test
    void whatIsDueIsFoundFromItsMomentOn() {
        var id = anAlarm(NOON);

        assertThat(deadlines().due(ALL, NOON, 10)).containsExactly(new Due(id, "ring", NOON, 0));
        assertThat(deadlines().due(ALL, NOON.plus(Duration.ofDays(30)), 10)).hasSize(1);
    }

    @Test
    void onlyTheShardsThatAreAskedForAreLookedAt() {
        var id = anAlarm(NOON);
        var others = ALL.stream().filter(shard -> shard != Shards.of(id)).toList();

        assertThat(deadlines().due(others, NOON, 10)).isEmpty();
        assertThat(deadlines().due(List.of(Shards.of(id)), NOON, 10)).hasSize(1);
    }

    @Test
    void aDecisionMovesItTakesItAwayAndSetsItAnew() {
        var id = anAlarm(NOON);
        alarms().decide(id, system(), alarm -> alarm.move(NOON.plusSeconds(60)));
        assertThat(due(NOON.plusSeconds(59))).isEmpty();
        assertThat(due(NOON.plusSeconds(60))).hasSize(1);

        alarms().decide(id, system(), alarm -> alarm.move(null));
        assertThat(due(NOON.plusSeconds(9_999))).isEmpty();

        alarms().decide(id, system(), alarm -> alarm.move(NOON));
        assertThat(due(NOON)).hasSize(1);
    }

    @Test
    void severalOfOneAggregateAreDueEachInItsTime() {
        var id = anAlarm(NOON.plusSeconds(5), NOON);

        assertThat(due(NOON)).extracting(Due::name).containsExactly("call");
        assertThat(due(NOON.plusSeconds(5))).extracting(Due::name).containsExactly("call", "ring");
        assertThat(due(NOON.plusSeconds(5))).extracting(Due::id).containsOnly(id);
    }

    @Test
    void oneThatIsPutOffComesBackWithItsTries() {
        var id = anAlarm(NOON);

        assertThat(deadlines().putOffIfStill(new Due(id, "ring", NOON, 0), NOON.plusSeconds(30))).isTrue();

        assertThat(due(NOON.plusSeconds(29))).isEmpty();
        assertThat(due(NOON.plusSeconds(30))).containsExactly(new Due(id, "ring", NOON, 1));
        assertThat(alarms().find(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void puttingOneOffHoldsUpNoOther() {
        var id = anAlarm(NOON, NOON);

        deadlines().putOffIfStill(new Due(id, "ring", NOON, 0), NOON.plusSeconds(3_600));

        assertThat(due(NOON)).extracting(Due::name).containsExactly("call");
    }

    @Test
    void anotherChangeOfTheAggregateKeepsTheTries() {
        var id = anAlarm(NOON, NOON.plusSeconds(1));
        deadlines().putOffIfStill(new Due(id, "ring", NOON, 0), NOON.plusSeconds(30));

        alarms().decide(id, system(), Alarm::answered);

        assertThat(due(NOON.plusSeconds(29))).isEmpty();
        assertThat(due(NOON.plusSeconds(30))).containsExactly(new Due(id, "ring", NOON, 1));
    }

    @Test
    void aDeadlineThatMovedStartsAnew() {
        var id = anAlarm(NOON);
        deadlines().putOffIfStill(new Due(id, "ring", NOON, 0), NOON.plusSeconds(9_999));

        alarms().decide(id, system(), alarm -> alarm.move(NOON.plusSeconds(1)));

        assertThat(due(NOON.plusSeconds(1))).containsExactly(new Due(id, "ring", NOON.plusSeconds(1), 0));
    }

    @Test
    void whatHasMovedOrGoneIsNotPutOff() {
        var id = anAlarm(NOON);
        alarms().decide(id, system(), alarm -> alarm.move(NOON.plusSeconds(1)));

        assertThat(deadlines().putOffIfStill(new Due(id, "ring", NOON, 0), NOON.plusSeconds(9_999))).isFalse();
        assertThat(deadlines().putOffIfStill(new Due("no-such", "ring", NOON, 0), NOON)).isFalse();
        assertThat(due(NOON.plusSeconds(1))).hasSize(1);
    }

    @Test
    @DisplayName("what could not be answered is seen as late since its own moment, until it is answered")
    void tellsWhatIsLate() {
        var id = anAlarm(NOON);
        anAlarm(NOON);
        assertThat(deadlines().late(ALL, 10)).isEmpty();

        deadlines().putOffIfStill(new Due(id, "ring", NOON, 0), NOON.plusSeconds(30));
        assertThat(deadlines().late(ALL, 10)).containsExactly(NOON);

        alarms().decide(id, system(), alarm -> alarm.move(null));
        assertThat(deadlines().late(ALL, 10)).isEmpty();
    }

    final String anAlarm(Instant rings) {
        return anAlarm(rings, null);
    }

    final String anAlarm(@Nullable Instant rings, @Nullable Instant calls) {
        var id = Ids.next();
        alarms().create(id, system(), () -> Alarm.set(Alarm.Kind.SOUND, rings, calls)).orThrow();
        return Objects.requireNonNull(id);
    }

    final List<Due> due(Instant now) {
        return deadlines().due(ALL, now, 100);
    }

    static CommandContext system() {
        return CommandContext.bySystem("test");
    }
}
