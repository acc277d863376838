package io.shopcare.order.shortages;

import java.util.Optional;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.store.Rejection;

/** Makes a line of an order another article, at its price; the same request once, however often it comes. */
@FunctionalInterface
interface SwapsLine {
    /** Why it could not be. */
    Optional<Rejection> handle(String orderId, Swap swap, String requestId, Actor by);
}
