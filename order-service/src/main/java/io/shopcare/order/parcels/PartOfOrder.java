package io.shopcare.order.parcels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.ids.Ids;

/** What of an order goes into which parcel; the ids of its parcels follow from the order's. */
final class PartOfOrder {
    private PartOfOrder() {}

    /** The first parcel of an order; the same id whatever is delivered again. */
    static String first(String orderId) {
        return Ids.derived("parcel", orderId, "1");
    }

    /** The parcel of what waited when an order was split. */
    static String rest(String orderId) {
        return Ids.derived("parcel", orderId, "2");
    }

    /** Its own parcels, the last of each kind not gone yet: others may be in them as guests. */
    static List<String> own(Order order) {
        return Stream
                .concat(chain(order, first(order.orderId())).stream(), chain(order, rest(order.orderId())).stream())
                .toList();
    }

    /** The parcels into which what it has to ship goes now. */
    static List<String> now(Order order) {
        var first = chain(order, first(order.orderId())).getLast();
        var split = order.packing().split();
        return split == null || split.releasedAt() == null
                ? List.of(first)
                : List.of(first, chain(order, rest(order.orderId())).getLast());
    }

    /** After one has left, units that a failed refund brings back go in another one. */
    private static List<String> chain(Order order, String begin) {
        var ids = new ArrayList<>(List.of(begin));
        while (order.fulfilment().shipment(ids.getLast()).isPresent())
            ids.add(Ids.derived(begin, Integer.toString(ids.size() + 1)));
        return ids;
    }

    /** Every parcel that may hold goods of it: its own, and the one that takes them along. */
    static List<String> parcels(Order order) {
        var host = order.packing().with();
        return Stream.concat(own(order).stream(),
                Stream.ofNullable(host).map(PartOfOrder::first)).toList();
    }

    /** What of it is still to ship in this parcel. */
    static PackedOrder in(String parcelId, Order order) {
        boolean isRest = chain(order, rest(order.orderId())).contains(parcelId);
        var lines = order.lines().stream().map(line -> line.of(units(order, line, isRest)))
                .filter(part -> part.quantity() > 0).toList();
        long grams = order.lines().stream().mapToLong(line -> (long) line.unitGrams() * units(order, line, isRest))
                .sum();
        return new PackedOrder(order.orderId(), List.<LineQuantity>copyOf(lines), PackedOrder.grams(grams),
                order.holds().open().size());
    }

    /** Units that were refunded before they shipped are missing from what waits first. */
    private static int units(Order order, OrderLine line, boolean isRest) {
        var split = order.packing().split();
        if (split == null)
            return isRest ? 0 : line.toShip();
        boolean firstHasLeft = order.fulfilment().shipment(first(order.orderId())).isPresent();
        int first = firstHasLeft ? 0 : Math.min(split.first(line.lineId()), line.toShip());
        return isRest ? line.toShip() - first : first;
    }
}
