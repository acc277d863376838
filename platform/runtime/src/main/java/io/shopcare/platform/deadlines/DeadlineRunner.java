package io.shopcare.platform.deadlines;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.SmartLifecycle;

import io.shopcare.platform.leases.Leases;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateStores.WithDeadlines;

/** Fires the deadlines of all aggregate types of this program; stops before the relay, which publishes what they bring. */
final class DeadlineRunner implements SmartLifecycle {
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final AggregateStores stores;
    private final List<DeadlineHandler> handlers;
    private final Leases leases;
    private final DeadlineSettings settings;
    private final Clock clock;
    private final AgreedTime time;
    private final MeterRegistry meters;
    private final Reckoning reckoning;
    private final List<Thread> threads = new ArrayList<>();
    private List<DeadlineRounds> rounds = List.of();
    private volatile boolean running;

    DeadlineRunner(AggregateStores stores, List<DeadlineHandler> handlers, Leases leases, DeadlineSettings settings,
            Clock clock, AgreedTime time, MeterRegistry meters, Reckoning reckoning) {
        this.stores = stores;
        this.handlers = handlers;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
        this.time = time;
        this.meters = meters;
        this.reckoning = reckoning;
    }

    @Override
    public synchronized void start() {
        var types = stores.withDeadlines();
        Handled.check(types, handlers);
        rounds = types.stream().map((Function<WithDeadlines<?>, DeadlineRounds>) this::roundsOf).toList();
        for (var each : rounds)
            threads.add(Thread.ofVirtual().name("deadlines").start(each::run));
        threads.add(Thread.ofVirtual().name("reckoning").start(() -> reckoning.run(types)));
        running = true;
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        threads.clear();
        try {
            for (var each : rounds)
                each.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private <A> DeadlineRounds roundsOf(WithDeadlines<A> of) {
        var name = of.type().name();
        var own = handlers.stream().filter(handler -> handler.aggregate().equals(name))
                .collect(Collectors.toMap(DeadlineHandler::deadline, DeadlineHandler::action));
        return new DeadlineRounds(name, of.deadlines(), new FireDeadline<>(of, own, settings, time), leases, settings,
                new DeadlineMeter(meters, name, clock), time);
    }
}
