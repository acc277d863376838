package io.shopcare.platform.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.leases.LeaseSettings;
import io.shopcare.platform.leases.Leases;
import io.shopcare.platform.leases.TestLeases;
import io.shopcare.platform.sample.Alarm;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.TestStores;

/** One instance of a program that keeps alarms, with its own connection to the database, so that it can be killed. */
final class Instance implements AutoCloseable {
    private static final LeaseSettings LEASES = new LeaseSettings(Duration.ofMillis(600), Duration.ofMillis(100));
    private static final DeadlineSettings DEADLINES = new DeadlineSettings(Duration.ofMillis(20), 4,
            Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(10));

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final AggregateStores stores;
    final AggregateStore<Alarm> alarms;
    final Leases leases;
    private final MongoClient client;
    private final DeadlineRunner runner;

    Instance(String uri, Clock clock) {
        this(uri, clock, new Calls());
    }

    Instance(String uri, Clock clock, Calls calls) {
        client = MongoClients.create(uri);
        var database = client.getDatabase(uri.substring(uri.lastIndexOf('/') + 1));
        stores = TestStores.on(database, clock);
        alarms = stores.of(Alarm.TYPE);
        leases = TestLeases.on(database, LEASES);
        runner = new DeadlineRunner(stores,
                List.of(DeadlineHandler.of(Alarm.TYPE, "call", (id, now) -> calls.call(id, alarms))), leases, DEADLINES,
                clock,
                agreed(clock), meters, new Reckoning(database));
    }

    /** What the handler of "call" does; tests make it slow. */
    static class Calls {
        void call(String id, AggregateStore<Alarm> alarms) {
            alarms.decide(id, CommandContext.bySystem("call"), Alarm::answered).orThrow();
        }
    }

    Instance started() {
        leases.start();
        runner.start();
        return this;
    }

    /** From one moment to the next it does nothing more in the database; its leases are not given back. */
    void kill() {
        client.close();
    }

    String set(Alarm.Kind kind, @Nullable Instant rings, @Nullable Instant calls) {
        var id = Ids.next();
        alarms.create(id, CommandContext.bySystem("set"), () -> Alarm.set(kind, rings, calls)).orThrow();
        return id;
    }

    Alarm alarm(String id) {
        return alarms.find(id).orElseThrow().aggregate();
    }

    double figure(String name) {
        return meters.get(name).tag("aggregate", "alarm").gauge().value();
    }

    FireDeadline<Alarm> fire(Clock clock) {
        @SuppressWarnings("unchecked")
        var of = (AggregateStores.WithDeadlines<Alarm>) stores.withDeadlines().getFirst();
        return new FireDeadline<>(of, java.util.Map.of(), DEADLINES, agreed(clock));
    }

    /** The tests' clock is the database's too. */
    private static AgreedTime agreed(Clock clock) {
        return new AgreedTime(clock, clock::instant, DEADLINES.clockWithin(), System::nanoTime);
    }

    @Override
    public void close() {
        runner.stop();
        leases.stop();
        client.close();
    }
}
