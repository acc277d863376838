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

    /** A weight as it is told: what is heavier than 2,147 t weighs as much. */
    static int grams(long sum) {
        return Math.clamp(sum, 0, Integer.MAX_VALUE);
    }

    PackedOrder withHolds(int open) {
        return new PackedOrder(orderId, lines, grams, open);
    }
}
