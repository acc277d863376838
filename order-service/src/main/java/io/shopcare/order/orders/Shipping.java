package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.FulfilmentFacet.Shipment;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Decision.Accepted;
import io.shopcare.platform.store.Rejection;

/** From the permit of a parcel to the end of the sale. */
final class Shipping {
    private static final String REFUNDED_BEFORE = "shipped-though-refunded";

    private Shipping() {}

    static Decision<Order> permit(Order order, String parcelId) {
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (order.audit().state() != AuditState.APPROVED)
            return Decision.reject(Rejection.notNow("not-approved"));
        int open = order.holds().open().size();
        if (open > 0)
            return Decision.reject(Rejection.notNow("hold-open", Map.of("open", open)));
        int unpaid = order.payment().openRequests().size();
        if (unpaid > 0)
            return Decision.reject(Rejection.notNow("payment-request-open", Map.of("open", unpaid)));
        var exchange = Exchanging.stopsPrinting(order);
        if (exchange.isPresent())
            return Decision.reject(exchange.get());
        return order.fulfilment().permits().contains(parcelId)
                ? Decision.unchanged(order)
                : Decision.accept(order.with(order.fulfilment().permit(parcelId)));
    }

    /** The parcel does not take its goods along any more, and never will under this permit. */
    static Decision<Order> permitReturned(Order order, String parcelId) {
        return order.fulfilment().openPermits().contains(parcelId)
                ? Ending.whenNothingIsLeft(order.with(order.fulfilment().withoutPermit(parcelId)))
                : Decision.unchanged(order);
    }

    /** What has left has left, whatever was refunded before we heard of it: then it is to be stopped on its way. */
    static Decision<Order> shipped(Order order, String parcelId, Waybill waybill, List<LineQuantity> parts,
            Instant at) {
        if (order.fulfilment().shipment(parcelId).isPresent())
            return Decision.unchanged(order);
        if (!order.fulfilment().permits().contains(parcelId))
            return Decision.reject(Rejection.notNow("no-permit"));
        var wanted = order;
        for (var part : Lines.units(parts).entrySet()) {
            var line = Lines.find(order.lines(), part.getKey());
            int left = line.map(each -> each.quantity() - each.progress().shipped()).orElse(0);
            if (part.getValue() > left)
                return Decision.reject(Rejection.rule("more-than-ordered",
                        Map.of("line", part.getKey(), "left", left)));
            int refunded = part.getValue() - line.map(OrderLine::toShip).orElse(0);
            if (refunded > 0)
                wanted = Refunding.haveLeft(wanted, part.getKey(), refunded);
        }
        var shipped = shipped(wanted, Shipment.leaving(parcelId, waybill, parts, at));
        return wanted.equals(order) ? shipped : Holding.also(shipped, refundedBefore(order, parcelId, at));
    }

    /** A refund that may still fail would give its units back: until it is certain, the rest is still to come. */
    private static Accepted<Order> shipped(Order order, Shipment shipment) {
        var left = order.withLines(Lines.change(order.lines(), shipment.lines(), LineProgress::ship))
                .with(order.fulfilment().ship(shipment));
        boolean complete = Ending.shipsNothingMore(left);
        var decision = Decision.accept(
                left.with(left.fulfilment().to(complete ? FulfilmentState.SHIPPED : FulfilmentState.PARTLY_SHIPPED)),
                new OrderEvent.Shipped(order.shop(), order.orderId(), order.buyer(), shipment.parcelId(),
                        shipment.waybill(), shipment.lines(), complete));
        return complete
                ? Keeping.byTheClock(decision, "ship-by", "shipment", "shipping", shipment.parcelId(),
                        shipment.shippedAt())
                : decision;
    }

    private static Hold refundedBefore(Order order, String parcelId, Instant at) {
        return Hold.of(Ids.derived("hold", order.orderId(), REFUNDED_BEFORE, parcelId), REFUNDED_BEFORE, List.of(),
                "aftersales", Hold.due(at), null, ActorRef.system("shipping"), at);
    }

    static Decision<Order> delivered(Order order, String parcelId, String handover, Instant at,
            @Nullable Instant signedAt) {
        var found = order.fulfilment().shipment(parcelId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notNow("not-shipped"));
        var shipment = found.get();
        if (shipment.deliveredAt() != null)
            return signedLater(order, shipment, handover, signedAt);
        var lines = Lines.change(order.lines(), shipment.lines(), LineProgress::deliver);
        var fulfilment = order.fulfilment().replace(shipment.delivered(at, handover, signedAt));
        boolean all = fulfilment.state() != FulfilmentState.PARTLY_SHIPPED && fulfilment.hasArrived();
        if (all && fulfilment.state() == FulfilmentState.SHIPPED)
            fulfilment = fulfilment.to(FulfilmentState.DELIVERED);
        var decision = Decision.accept(order.withLines(lines).with(fulfilment), new OrderEvent.Delivered(
                order.shop(), order.orderId(), order.buyer(), parcelId, shipment.lines(), at, handover, all,
                signedAt));
        return all ? Keeping.byTheClock(decision, "arrives-by", "delivery", "carrier", parcelId, at) : decision;
    }

    /** Collected from a locker or a station: told again with the signing, which starts the return window (R1). */
    private static Decision<Order> signedLater(Order order, Shipment shipment, String handover,
            @Nullable Instant signedAt) {
        var deliveredAt = shipment.deliveredAt();
        if (signedAt == null || shipment.signedAt() != null || deliveredAt == null)
            return Decision.unchanged(order);
        boolean all = order.fulfilment().state() != FulfilmentState.PARTLY_SHIPPED && order.fulfilment().hasArrived();
        return Decision.accept(
                order.with(order.fulfilment().replace(shipment.delivered(deliveredAt, handover, signedAt))),
                new OrderEvent.Delivered(order.shop(), order.orderId(), order.buyer(), shipment.parcelId(),
                        shipment.lines(), deliveredAt, handover, all, signedAt));
    }

    static Decision<Order> receive(Order order, Instant at, String how) {
        return switch (order.fulfilment().state()) {
            case RECEIVED, COMPLETED -> Decision.unchanged(order);
            case SHIPPED, DELIVERED -> received(order, at, how);
            case CANCELLED -> Decision.reject(Rejection.notNow("already-cancelled"));
            case NOT_STARTED, AWAITING, PARTLY_SHIPPED -> Decision.reject(Rejection.notNow("not-shipped"));
        };
    }

    /** What goes back was not received. */
    private static Decision<Order> received(Order order, Instant at, String how) {
        var got = order.fulfilment().toBuyer().stream().flatMap(shipment -> shipment.lines().stream()).toList();
        if (got.isEmpty())
            return Decision.reject(Rejection.notNow("coming-back"));
        var lines = Lines.change(order.lines(), got, LineProgress::receive);
        return Decision.accept(order.withLines(lines).with(order.fulfilment().received(at)),
                new OrderEvent.Received(order.shop(), order.orderId(), order.buyer(), at, how,
                        lines.stream().filter(line -> line.progress().received() > 0)
                                .map(line -> line.of(line.progress().received())).toList()));
    }

    static Decision<Order> complete(Order order, Instant at, String how) {
        return switch (order.fulfilment().state()) {
            case COMPLETED -> Decision.unchanged(order);
            case RECEIVED -> Decision.accept(order.with(order.fulfilment().completed(at)),
                    new OrderEvent.Completed(order.shop(), order.orderId(), order.buyer(),
                            order.payment().sum(order.sale().currency()),
                            order.refunds().succeeded(order.sale().currency()), how));
            case NOT_STARTED, AWAITING, PARTLY_SHIPPED, SHIPPED, DELIVERED, CANCELLED ->
                Decision.reject(Rejection.notNow("not-received"));
        };
    }
}
