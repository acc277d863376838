package io.shopcare.acceptance.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** How often a flow is begun. */
sealed interface Load {
    /** Begins flows until told to stop. */
    Begun begin(Flow flow, Target target);

    /** Where what was measured goes; it is exchanged when the warm-up is over. */
    interface Target {
        Recorder now();
    }

    /** Flows that are being gone through. */
    interface Begun {
        /** Begins no more, and returns when those under way have ended or patience has. */
        void stop() throws InterruptedException;
    }

    /** What people call it. */
    String words();

    /** So many at the same time, each beginning again as soon as it is done. */
    record Users(int count) implements Load {
        @Override
        public Begun begin(Flow flow, Target target) {
            var number = new AtomicLong();
            return new Running(threads -> {
                for (int user = 0; user < count; user++)
                    threads.start(() -> {
                        while (threads.isOpen())
                            go(flow, number.getAndIncrement(), System.nanoTime(), target);
                    });
            });
        }

        @Override
        public String words() {
            return count + " users";
        }
    }

    /**
     * So many a second, whether those before are done or not. Each is measured from the moment at which it was due, so
     * that a program that holds everybody up is seen to (no coordinated omission).
     */
    record Arrivals(double perSecond) implements Load {
        private static final int MOST_UNDER_WAY = 5_000;

        @Override
        public Begun begin(Flow flow, Target target) {
            return new Running(threads -> threads.start(() -> {
                long first = System.nanoTime();
                for (long number = 0; threads.isOpen(); number++) {
                    long due = first + (long) (number * (1e9 / perSecond));
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime())
                        LockSupport.parkNanos(left);
                    long which = number;
                    if (threads.underWay() > MOST_UNDER_WAY)
                        target.now().failed("not begun: " + MOST_UNDER_WAY + " are under way");
                    else
                        threads.start(() -> go(flow, which, due, target));
                }
            }));
        }

        @Override
        public String words() {
            return "%.0f/s".formatted(perSecond);
        }
    }

    private static void go(Flow flow, long number, long due, Target target) {
        try {
            long took = flow.run(number, due);
            target.now().took(took);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            target.now().failed(e instanceof FlowFailedException ? String.valueOf(e.getMessage()) : e.toString());
        }
    }

    /** The threads of a load, one for each flow under way. */
    final class Running implements Begun {
        private static final Duration PATIENCE = Duration.ofSeconds(20);

        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
        private final AtomicLong underWay = new AtomicLong();
        private volatile boolean open = true;

        private Running(Consumer<Running> starts) {
            starts.accept(this);
        }

        boolean isOpen() {
            return open;
        }

        long underWay() {
            return underWay.get();
        }

        void start(Runnable work) {
            underWay.incrementAndGet();
            var thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    work.run();
                } finally {
                    threads.remove(Thread.currentThread());
                    underWay.decrementAndGet();
                }
            });
            threads.add(thread);
            thread.start();
        }

        @Override
        public void stop() throws InterruptedException {
            open = false;
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (var thread : List.copyOf(threads))
                if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime()))))
                    thread.interrupt();
        }
    }
}
