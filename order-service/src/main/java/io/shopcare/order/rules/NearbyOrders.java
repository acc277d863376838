package io.shopcare.order.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.shopcare.order.orders.Order;

/** Other orders of the same buyer to the same address, by fingerprints that are stored with each order and indexed. */
interface NearbyOrders {

    /** @param waits whether it is paid and nothing of it has been printed */
    record Nearby(String orderId, String orderNo, Instant placedAt, boolean waits) {}

    /** Those with the same items, placed at most so long before or after, paid and not cancelled; the newest first. */
    List<Nearby> alike(Order order, Duration apart, int most);

    /** Those with any items, alike. */
    List<Nearby> together(Order order, Duration apart, int most);
}
