package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.shopcare.order.orders.FulfilmentFacet.Shipment;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Decision.Accepted;
import io.shopcare.platform.store.Rejection;

/**
 * Parcels that the buyer does not get: stopped on their way, or returned to us unasked (O10, O15), from a locker too. What the shop stopped is
 * paid back at once, what was refused or could not be delivered when it is here.
 */
final class Returning {
    private Returning() {}

    /** The carrier has stopped it. What has arrived, or is back, is no more to be stopped. */
    static Decision<Order> stopped(Order order, String parcelId, Instant at) {
        var found = order.fulfilment().shipment(parcelId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notNow("not-shipped"));
        var shipment = found.get();
        if (shipment.deliveredAt() != null || shipment.goesBack())
            return Decision.unchanged(order);
        var next = arrived(order.with(order.fulfilment().replace(shipment.stopped(at))));
        var told = Decision.accept(next, new OrderEvent.ParcelStopped(order.shop(), order.orderId(), order.buyer(),
                parcelId, shipment.lines(), next.fulfilment().state().code()));
        return kept(order, paidBack(told, shipment, "parcel-stopped"));
    }

    /** It is here again. An order of which nothing else left, or will, ends by it. */
    static Decision<Order> returned(Order order, String parcelId, Instant at) {
        var found = order.fulfilment().shipment(parcelId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notNow("not-shipped"));
        var shipment = found.get();
        if (shipment.returnedAt() != null)
            return Decision.unchanged(order);
        if (shipment.signedAt() != null)
            return Decision.reject(Rejection.notNow("already-delivered"));
        var back = arrived(order.withLines(Lines.change(order.lines(), shipment.lines(), LineProgress::takeBack))
                .with(order.fulfilment().replace(shipment.returned(at))));
        boolean isOver = back.fulfilment().cameBack() && back.shipsNothingMore()
                && back.fulfilment().state().canBecome(FulfilmentState.CANCELLED);
        var state = isOver ? FulfilmentState.CANCELLED : back.fulfilment().state();
        var told = paidBack(Decision.accept(back, new OrderEvent.ParcelReturned(order.shop(), order.orderId(),
                order.buyer(), parcelId, shipment.lines(), at, state.code())), shipment, "parcel-returned");
        return isOver ? ended(told) : kept(order, told);
    }

    /** Nothing else is waited for when the buyer has all the other parcels. */
    private static Order arrived(Order order) {
        boolean isThere = order.fulfilment().state() == FulfilmentState.SHIPPED && order.fulfilment().hasArrived();
        return isThere ? order.with(order.fulfilment().to(FulfilmentState.DELIVERED)) : order;
    }

    private static Accepted<Order> kept(Order before, Accepted<Order> told) {
        boolean isThere = told.aggregate().fulfilment().state() == FulfilmentState.DELIVERED
                && before.fulfilment().state() != FulfilmentState.DELIVERED;
        return isThere ? Ending.arrived(told) : told;
    }

    private static Accepted<Order> ended(Accepted<Order> told) {
        return after(told, Ending.cameBack(told.aggregate()));
    }

    /** Under one request for ever. What a platform was paid, the platform gives back. */
    private static Accepted<Order> paidBack(Accepted<Order> told, Shipment shipment, String reason) {
        var order = told.aggregate();
        var requestId = Ids.derived("gone-back", shipment.parcelId(), order.orderId());
        var refundId = RefundsFacet.idOf(requestId);
        if (order.sale().platformOrder() != null || order.refunds().find(refundId).isPresent())
            return told;
        var nothing = Money.zero(order.sale().currency());
        var lines = worth(order, shipment);
        var amount = Money.sum(order.sale().currency(), lines.stream().map(LineAmount::amount).toList());
        return amount.isPositive() && Refunding.reserve(order, refundId, amount, lines,
                nothing) instanceof Accepted<Order> reserved
                        ? after(told, reserved.with(new OrderEvent.RefundDue(order.shop(), order.orderId(),
                                order.buyer(), requestId, amount, lines, nothing, reason)))
                        : told;
    }

    /** Each line's money for the units in the parcel; the freight out is spent. */
    private static List<LineAmount> worth(Order order, Shipment shipment) {
        var worth = new ArrayList<LineAmount>();
        for (var part : shipment.lines())
            order.balance().line(part.lineId()).ifPresent(left -> {
                int units = Math.min(wanted(order, shipment, part), left.units());
                if (units > 0 && left.left().isPositive())
                    worth.add(new LineAmount(part.lineId(), units, units == left.units()
                            ? left.left()
                            : left.left().split(List.of((long) units, (long) left.units() - units)).getFirst()));
            });
        return worth;
    }

    /** Of what came back unasked a case may have been refunded before: those units are not paid back twice. */
    private static int wanted(Order order, Shipment shipment, LineQuantity part) {
        if (shipment.stoppedAt() != null)
            return part.quantity();
        int back = order.fulfilment().shipments().stream().filter(Shipment::goesBack)
                .flatMap(other -> other.lines().stream()).filter(line -> line.lineId().equals(part.lineId()))
                .mapToInt(LineQuantity::quantity).sum();
        return Math.clamp(back - order.refunds().ofWhatLeft(part.lineId()), 0, part.quantity());
    }

    private static Accepted<Order> after(Accepted<Order> first, Accepted<Order> then) {
        var events = new ArrayList<>(first.events());
        events.addAll(then.events());
        return new Accepted<>(then.aggregate(), events, first.riders(), first.answers());
    }
}
