package io.shopcare.platform.events;

import org.springframework.context.SmartLifecycle;

/**
 * Phases of the graceful stop; higher ones stop first. After the drain the web server stops taking requests at
 * {@code SmartLifecycle.DEFAULT_PHASE - 1024}; then the listeners, then the relay, then (as beans) the clients of broker
 * and database.
 */
final class StopOrder {
    static final int LISTENERS = SmartLifecycle.DEFAULT_PHASE - 4096;
    static final int RELAY = SmartLifecycle.DEFAULT_PHASE - 8192;

    private StopOrder() {}
}
