package io.shopcare.order.orders;

import java.time.Instant;
import java.util.Comparator;

import io.shopcare.order.orders.FulfilmentFacet.Shipment;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Decision.Accepted;

/** Goes on with an order of which a refund has left nothing to ship: no parcel will come that would (O8a). */
final class Ending {
    /** Why an order ends of which everything was refunded before anything left. */
    static final String REFUNDED = "refunded";

    private Ending() {}

    /** Whether nothing of it will leave any more. A refund that may still fail would give its units back. */
    static boolean shipsNothingMore(Order order) {
        return order.lines().stream().allMatch(line -> line.toShip() == 0)
                && order.refunds().all().stream().noneMatch(Ending::mayGiveUnitsBack);
    }

    private static boolean mayGiveUnitsBack(RefundsFacet.Share share) {
        boolean isOpen = share.state() == RefundState.RESERVED || share.state() == RefundState.IN_DOUBT;
        return isOpen && share.withdrawn().stream().anyMatch(units -> units > 0);
    }

    static Decision<Order> whenNothingIsLeft(Order order) {
        if (!shipsNothingMore(order))
            return Decision.accept(order);
        return switch (order.fulfilment().state()) {
            case NOT_STARTED, AWAITING -> Cancelling.nothingIsAsked(Decision.accept(
                    Cancelling.cancelled(order, REFUNDED), Cancelling.event(order, REFUNDED)));
            case PARTLY_SHIPPED -> shipped(order);
            case SHIPPED, DELIVERED, RECEIVED, COMPLETED, CANCELLED -> Decision.accept(order);
        };
    }

    /** The last parcel that left was the last one, and if all have arrived the order has. */
    private static Decision<Order> shipped(Order order) {
        var shipments = order.fulfilment().shipments();
        var last = shipments.stream().max(Comparator.comparing(Shipment::shippedAt)).orElseThrow();
        var shipped = Keeping.byTheClock(Decision.accept(order.with(order.fulfilment().to(FulfilmentState.SHIPPED))),
                "ship-by", "shipment", "shipping", last.parcelId(), last.shippedAt());
        if (shipments.stream().anyMatch(shipment -> shipment.deliveredAt() == null))
            return shipped;
        var arrived = shipments.stream().max(Comparator.comparing(Ending::arrival)).orElseThrow();
        var there = shipped.aggregate().with(shipped.aggregate().fulfilment().to(FulfilmentState.DELIVERED));
        return Keeping.byTheClock(new Accepted<>(there, shipped.events(), shipped.riders(), shipped.answers()),
                "arrives-by", "delivery", "carrier", arrived.parcelId(), arrival(arrived));
    }

    private static Instant arrival(Shipment shipment) {
        return shipment.deliveredAt() == null ? shipment.shippedAt() : shipment.deliveredAt();
    }
}
