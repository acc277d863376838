package io.shopcare.aftersale.orders;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where goods were sent from.
 *
 * @param warehouse null before the parcel is known
 * @param orderIds  of the orders in it
 * @param orders    their lines
 */
record ParcelFact(@Nullable String warehouse, List<String> orderIds, List<OrderEvents.ParcelOrder> orders) {
    static final ParcelFact UNKNOWN = new ParcelFact(null, List.of(), List.of());

    static ParcelFact of(OrderEvents.ParcelCreated event) {
        return new ParcelFact(event.warehouse(),
                event.orders().stream().map(OrderEvents.ParcelOrder::orderId).toList(), event.orders());
    }

    boolean holds(String orderId, String lineId) {
        return orders.stream().filter(order -> order.orderId().equals(orderId))
                .flatMap(order -> order.lines().stream()).anyMatch(line -> line.lineId().equals(lineId));
    }
}
