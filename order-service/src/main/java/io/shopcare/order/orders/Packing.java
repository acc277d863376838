package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.PackingFacet.Split;
import io.shopcare.order.orders.PackingFacet.Taken;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Decision.Accepted;
import io.shopcare.platform.store.Decision.Rejected;
import io.shopcare.platform.store.Rejection;

/**
 * A held order is let through into another order's parcel, or in two parts (O8, O14). Only the parcels change: lines,
 * payment, refunds and stock stay with the order that they belong to.
 */
final class Packing {
    private Packing() {}

    /** @param host as it was a moment ago; its parcel is asked again when the goods come to it */
    static Decision<Order> merge(Order order, Order host, ActorRef auditor, @Nullable String note, Instant at) {
        if (host.orderId().equals(order.packing().with()) && order.audit().state() == AuditState.APPROVED)
            return Decision.unchanged(order);
        var why = unfit(order, host);
        if (why.isPresent())
            return Decision.reject(why.get());
        if (order.audit().state() == AuditState.APPROVED) // a parcel of its own is on its way, whoever let it through
            return Decision.reject(Auditing.decided(order.audit()));
        return before(new OrderEvent.Merged(order.shop(), order.orderId(), order.buyer(), host.orderId()),
                order.with(order.packing().into(host.orderId())).approve(auditor, "merged", note, at));
    }

    private static Optional<Rejection> unfit(Order order, Order host) {
        if (order.orderId().equals(host.orderId()) || !order.buyer().equals(host.buyer()))
            return Optional.of(Rejection.rule("other-buyer"));
        if (!order.sale().address().equals(host.sale().address()))
            return Optional.of(Rejection.rule("other-address"));
        if (host.isCancelled() || host.audit().state() != AuditState.APPROVED || host.packing().with() != null)
            return Optional.of(Rejection.notNow("host-not-approved"));
        return host.fulfilment().permits().isEmpty() && host.fulfilment().shipments().isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.notNow("host-in-fulfilment"));
    }

    /** Part of it ships now, the rest when it is let go. */
    static Decision<Order> split(Order order, List<LineQuantity> first, ActorRef by, String reason,
            @Nullable String note, Instant at) {
        var known = order.packing().split();
        if (known != null)
            return known.first().equals(first) && known.by().equals(by)
                    ? Decision.unchanged(order)
                    : Decision.reject(Rejection.notNow("already-decided",
                            Map.of("who", known.by().id(), "when", known.at().toString())));
        var why = unfit(order, first);
        if (why.isPresent())
            return Decision.reject(why.get());
        var next = order.with(order.packing().inParts(new Split(first, by, at, null)));
        var event = new OrderEvent.SplitUp(order.shop(), order.orderId(), order.buyer(), first, rest(order, first));
        return order.audit().state() == AuditState.APPROVED
                ? Decision.accept(next, event)
                : before(event, next.approve(by, reason, note, at));
    }

    private static Optional<Rejection> unfit(Order order, List<LineQuantity> first) {
        if (order.isCancelled())
            return Optional.of(Rejection.notNow("already-cancelled"));
        if (!order.mayStillShip())
            return Optional.of(Rejection.notNow("already-shipped"));
        if (!order.fulfilment().permits().isEmpty())
            return Optional.of(Rejection.notNow("in-fulfilment"));
        if (order.packing().with() != null)
            return Optional.of(Rejection.notNow("merged-already"));
        var named = new HashSet<String>();
        for (var part : first) {
            var line = Lines.find(order.lines(), part.lineId());
            if (line.isEmpty() || !named.add(part.lineId()))
                return Optional.of(Rejection.rule("line-unknown", Map.of("line", part.lineId())));
            if (part.quantity() > line.get().toShip())
                return Optional.of(Rejection.rule("more-than-ordered",
                        Map.of("line", part.lineId(), "left", line.get().toShip())));
        }
        return rest(order, first).isEmpty() ? Optional.of(Rejection.rule("nothing-left-to-wait")) : Optional.empty();
    }

    /** Its goods are off the shelf for a parcel, or in it: counted per line, told by the parcel's own event. */
    static Decision<Order> taken(Order order, String parcelId, List<LineQuantity> parts, boolean packed) {
        var packing = order.packing().took(new Taken(parcelId, parts, packed));
        return Decision.accept(order.with(packing).withLines(order.lines().stream()
                .map(line -> line.with(line.progress().taken(packing.units(line.lineId(), false),
                        packing.units(line.lineId(), true))))
                .toList()));
    }

    /** What waited may go. */
    static Decision<Order> releaseRest(Order order, Instant at) {
        var split = order.packing().split();
        if (split == null)
            return Decision.reject(Rejection.notNow("nothing-waits"));
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (order.audit().state() != AuditState.APPROVED)
            return Decision.reject(Rejection.notNow("not-approved"));
        return split.releasedAt() != null
                ? Decision.unchanged(order)
                : Decision.accept(order.with(order.packing().inParts(split.released(at))), new OrderEvent.RestReleased(
                        order.shop(), order.orderId(), order.buyer(), rest(order, split.first())));
    }

    private static List<LineQuantity> rest(Order order, List<LineQuantity> first) {
        var units = Lines.units(first);
        return order.lines().stream().map(line -> line.of(line.quantity() - line.progress().withdrawn()
                - units.getOrDefault(line.lineId(), 0))).filter(part -> part.quantity() > 0).toList();
    }

    private static Decision<Order> before(OrderEvent event, Decision<Order> decision) {
        return switch (decision) {
            case Rejected<Order> rejected -> rejected;
            case Accepted<Order>(var next, var events, var riders, var answers) -> new Accepted<>(next,
                    new ArrayList<>(Stream.concat(Stream.of(event), events.stream()).toList()), riders, answers);
        };
    }
}
