package io.shopcare.order.orders;

import java.time.Instant;
import java.util.Comparator;

import io.shopcare.order.orders.FulfilmentFacet.Shipment;
import io.shopcare.platform.store.Decision;

/** Goes on with an order of which a refund has left nothing to ship: no parcel will come that would (O8a). */
final class Ending {
    /** Why an order ends of which everything was refunded before anything left. */
    static final String REFUNDED = "refunded";

    private Ending() {}

    /**
     * Whether nothing of it will leave any more. A refund that may still fail would give its units back, and a parcel that has
     * its permit may have left already.
     */
    static boolean shipsNothingMore(Order order) {
        return order.lines().stream().allMatch(line -> line.toShip() == 0)
                && order.fulfilment().openPermits().isEmpty()
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
        boolean isThere = shipments.stream().allMatch(shipment -> shipment.deliveredAt() != null);
        var fulfilment = order.fulfilment().to(FulfilmentState.SHIPPED);
        var next = order.with(isThere ? fulfilment.to(FulfilmentState.DELIVERED) : fulfilment);
        var shipped = Keeping.byTheClock(Decision.accept(next, restRefunded(next)), "ship-by", "shipment", "shipping",
                last.parcelId(), last.shippedAt());
        if (!isThere)
            return shipped;
        var arrived = shipments.stream().max(Comparator.comparing(Ending::arrival)).orElseThrow();
        return Keeping.byTheClock(shipped, "arrives-by", "delivery", "carrier", arrived.parcelId(), arrival(arrived));
    }

    private static OrderEvent restRefunded(Order order) {
        return new OrderEvent.RestRefunded(order.shop(), order.orderId(), order.buyer(),
                order.fulfilment().state().code());
    }

    private static Instant arrival(Shipment shipment) {
        return shipment.deliveredAt() == null ? shipment.shippedAt() : shipment.deliveredAt();
    }
}
