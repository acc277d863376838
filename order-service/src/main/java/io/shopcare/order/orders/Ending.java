package io.shopcare.order.orders;

import java.time.Instant;
import java.util.Comparator;

import io.shopcare.order.orders.FulfilmentFacet.Shipment;
import io.shopcare.order.orders.RefundsFacet.Share;
import io.shopcare.platform.store.Decision;

/** Goes on with an order of which a refund has left nothing to ship: no parcel will come that would (O8a). */
final class Ending {
    /** Why an order ends of which everything was refunded before anything left. */
    static final String REFUNDED = "refunded";
    /** Why an order ends all of whose goods came back before they reached the buyer. */
    static final String RETURNED = "returned";

    private Ending() {}

    /**
     * Whether nothing of it will leave any more. A refund that may still fail would give its units back, and a parcel that has
     * its permit may have left already.
     */
    static boolean shipsNothingMore(Order order) {
        return order.lines().stream().allMatch(line -> line.toShip() == 0)
                && order.fulfilment().openPermits().isEmpty()
                && order.refunds().all().stream().noneMatch(Share::mayGiveUnitsBack);
    }

    static Decision<Order> whenNothingIsLeft(Order order) {
        if (!shipsNothingMore(order))
            return Decision.accept(order);
        return switch (order.fulfilment().state()) {
            case NOT_STARTED, AWAITING -> Cancelling.nothingIsAsked(Decision.accept(
                    Cancelling.cancelled(order, REFUNDED), Cancelling.event(order, REFUNDED)));
            case PARTLY_SHIPPED -> order.fulfilment().cameBack() ? cameBack(order) : shipped(order);
            case SHIPPED, DELIVERED, RECEIVED, COMPLETED, CANCELLED -> Decision.accept(order);
        };
    }

    /** All that left is here again, and nothing follows it. */
    static Decision.Accepted<Order> cameBack(Order order) {
        return Cancelling.nothingIsAsked(
                Decision.accept(Cancelling.cancelled(order, RETURNED), Cancelling.event(order, RETURNED)));
    }

    /** The last parcel that left was the last one, and if all have arrived the order has. */
    private static Decision<Order> shipped(Order order) {
        var last = order.fulfilment().shipments().stream().max(Comparator.comparing(Shipment::shippedAt)).orElseThrow();
        boolean isThere = order.fulfilment().hasArrived();
        var fulfilment = order.fulfilment().to(FulfilmentState.SHIPPED);
        var next = order.with(isThere ? fulfilment.to(FulfilmentState.DELIVERED) : fulfilment);
        var shipped = Keeping.byTheClock(Decision.accept(next, restRefunded(next)), "ship-by", "shipment", "shipping",
                last.parcelId(), last.shippedAt());
        return isThere ? arrived(shipped) : shipped;
    }

    /** Promises to arrive in time are kept or broken by what arrived last. */
    static Decision.Accepted<Order> arrived(Decision.Accepted<Order> soFar) {
        var last = soFar.aggregate().fulfilment().toBuyer().stream().max(Comparator.comparing(Ending::arrival))
                .orElseThrow();
        return Keeping.byTheClock(soFar, "arrives-by", "delivery", "carrier", last.parcelId(), arrival(last));
    }

    private static OrderEvent restRefunded(Order order) {
        return new OrderEvent.RestRefunded(order.shop(), order.orderId(), order.buyer(),
                order.fulfilment().state().code());
    }

    private static Instant arrival(Shipment shipment) {
        return shipment.deliveredAt() == null ? shipment.shippedAt() : shipment.deliveredAt();
    }
}
