package io.shopcare.platform.stopping;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.context.SmartLifecycle;

/**
 * The first step of the stop. Readiness is off when it begins (Spring Boot takes it off when a context closes), and for a
 * moment all goes on, so that balancers see it and send no more; answers ask callers to leave their connections. A web server
 * that closed at once would drop requests that are on their way in over kept connections.
 */
public final class Drain implements SmartLifecycle {
    private final Duration length;
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean running;
    private volatile boolean leaving;

    Drain(Duration length) {
        this.length = length;
    }

    /** Whether the stop has begun: from then on answers carry {@code Connection: close}. */
    public boolean leaving() {
        return leaving;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        leaving = true;
        try {
            var _ = never.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody is in a hurry: the rest of the stop goes on
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which is before listeners and relay. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
