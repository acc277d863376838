package io.shopcare.presale.orders;

import io.shopcare.platform.events.EventMeta;

/** Wants to know when an order is held; called at least once per event. */
@FunctionalInterface
public interface OrderHeld {
    /** The order as it is now. */
    void held(KnownOrder order, EventMeta event);
}
