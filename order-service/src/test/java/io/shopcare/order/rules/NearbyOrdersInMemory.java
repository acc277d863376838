package io.shopcare.order.rules;

import java.time.Duration;
import java.util.List;

import io.shopcare.order.orders.Order;

/** What a test says is near. */
record NearbyOrdersInMemory(List<Nearby> alike, List<Nearby> together) implements NearbyOrders {
    static final NearbyOrders NOBODY = new NearbyOrdersInMemory(List.of(), List.of());

    @Override
    public List<Nearby> alike(Order order, Duration apart, int most) {
        return alike;
    }

    @Override
    public List<Nearby> together(Order order, Duration apart, int most) {
        return together;
    }
}
