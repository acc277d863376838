package io.shopcare.order.parcels;

import java.util.Map;

/** From which warehouse each SKU of an order is served; empty while nothing is held for it. */
@FunctionalInterface
interface ServedFrom {
    Map<String, String> places(String orderId);
}
