package io.shopcare.platform.store;

import org.junit.jupiter.api.Test;

import io.shopcare.platform.sample.Alarm;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Deadlines in the store of tests without a database. */
class InMemoryDeadlinesTest extends DeadlinesContract {
    private final InMemoryAggregateStore<Alarm> alarms = new InMemoryAggregateStore<>(Alarm.TYPE);

    @Override
    AggregateStore<Alarm> alarms() {
        return alarms;
    }

    @Override
    Deadlines deadlines() {
        return alarms;
    }

    @Test
    void firesWhatIsDueOnce() {
        anAlarm(NOON);

        alarms.fireDue(NOON.minusMillis(1));
        assertThat(alarms.published(Alarm.Rung.class)).isEmpty();
        alarms.fireDue(NOON);
        alarms.fireDue(NOON.plusSeconds(1));

        assertThat(alarms.published(Alarm.Rung.class)).hasSize(1);
    }
}
