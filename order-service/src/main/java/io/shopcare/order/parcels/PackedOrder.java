package io.shopcare.order.parcels;

import java.util.List;

import io.shopcare.order.trade.LineQuantity;

/**
 * What a parcel takes of one order.
 *
 * @param grams of these goods without packaging
 * @param holds open on the order, as it last told
 */
public record PackedOrder(String orderId, List<LineQuantity> lines, int grams, int holds) {
    public PackedOrder {
        lines = List.copyOf(lines);
    }

    PackedOrder withHolds(int open) {
        return new PackedOrder(orderId, lines, grams, open);
    }
}
