package io.shopcare.order.parcels;

import java.util.Optional;

/** From which warehouse an order is served; empty while nothing is held for it. */
@FunctionalInterface
interface ServedFrom {
    Optional<String> warehouse(String orderId);
}
