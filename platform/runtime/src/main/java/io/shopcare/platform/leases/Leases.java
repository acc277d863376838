package io.shopcare.platform.leases;

import java.util.List;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

import io.shopcare.platform.ids.Ids;

/**
 * The shards that are this instance's to work on. Instances of one program share them fairly, take over those of one
 * that is dead, and give them back when they stop. No clock is compared with another one's: time is measured by each
 * instance's own stopwatch, so that a wrong clock changes nothing.
 * <p>
 * A lease keeps work from being done twice, most of the time; what must not be done twice is kept by the conditional
 * write of its aggregate, also when an instance was stopped for longer than its lease and goes on.
 */
public final class Leases implements SmartLifecycle {
    /** Stops after all who work by leases have stopped. */
    public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 12_288;
    private static final Logger log = LoggerFactory.getLogger(Leases.class);
    private static final int TRIES = 8;

    private record Holding(List<Integer> shards, long since) {}

    private final LeaseDocument document;
    private final LeaseSettings settings;
    private final LongSupplier stopwatch;
    private Pulse pulse;
    private final String me = Ids.next();
    private long beat;
    private volatile Holding holding;
    private volatile Thread renewer = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;

    /** @param stopwatch nanoseconds since some moment, never going back */
    Leases(LeaseDocument document, LeaseSettings settings, LongSupplier stopwatch) {
        this.document = document;
        this.settings = settings;
        this.stopwatch = stopwatch;
        this.pulse = new Pulse(settings.last().toNanos());
        this.holding = new Holding(List.of(), stopwatch.getAsLong());
    }

    /** The shards held now, in order; none once the last renewal is too long ago. */
    public List<Integer> held() {
        var now = holding;
        boolean valid = stopwatch.getAsLong() - now.since() < settings.last().toNanos();
        return valid ? now.shards() : List.of();
    }

    /** Beats, buries the dead, and takes the shards that are its fair share. */
    synchronized void renew() {
        for (int i = 0; i < TRIES; i++) {
            long now = stopwatch.getAsLong();
            if (now - holding.since() > settings.last().toNanos())
                pulse = new Pulse(settings.last().toNanos()); // who was away itself can't tell who died meanwhile
            var table = document.read();
            var dead = pulse.dead(table.beats(), now).stream().filter(member -> !member.equals(me)).toList();
            var next = table.beaten(me, ++beat, dead);
            if (document.write(next)) {
                holding = new Holding(next.of(me), now);
                if (!dead.isEmpty())
                    log.warn("took over the shards of {} that did not renew; {} instances are left", dead,
                            next.beats().size());
                return;
            }
        }
    }

    /** Leaves its shards to the others. */
    synchronized void giveBack() {
        holding = new Holding(List.of(), stopwatch.getAsLong());
        for (int i = 0; i < TRIES; i++) {
            var table = document.read();
            if (!table.beats().containsKey(me) || document.write(table.without(me)))
                return;
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        safely(this::renew);
        renewer = Thread.ofVirtual().name("leases").start(this::keepRenewing);
    }

    @Override
    public void stop() {
        running = false;
        renewer.interrupt();
        safely(this::giveBack);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void keepRenewing() {
        while (running) {
            try {
                Thread.sleep(settings.renewEvery());
            } catch (InterruptedException e) {
                return;
            }
            safely(() -> {
                if (running)
                    renew();
            });
        }
    }

    private void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) { // whatever it is: who stops renewing does no work any more
            log.atLevel(running ? Level.WARN : Level.DEBUG).log("the leases of shards could not be written: {}",
                    e.toString());
        }
    }
}
