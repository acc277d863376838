package io.shopcare.presale.live;

import org.springframework.context.SmartLifecycle;

/** Closes the sockets first when the program stops. */
final class Farewell implements SmartLifecycle {
    private final LiveHub hub;
    private volatile boolean running;

    Farewell(LiveHub hub) {
        this.hub = hub;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        hub.closeAll(Connection.RESTART);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
