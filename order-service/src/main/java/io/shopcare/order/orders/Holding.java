package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Puts holds on an order and lets them go (O8a). */
final class Holding {
    private Holding() {}

    static Decision<Order> hold(Order order, Hold hold) {
        if (order.holds().find(hold.holdId()).isPresent())
            return Decision.unchanged(order);
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (!order.mayStillShip())
            return Decision.reject(Rejection.notNow("already-shipped"));
        var next = order.with(order.holds().with(List.of(hold)));
        return Decision.accept(next, held(next, List.of(hold), null));
    }

    /** The same decision, and a hold on what comes of it. */
    static Decision.Accepted<Order> also(Decision.Accepted<Order> soFar, Hold hold) {
        var held = soFar.aggregate().with(soFar.aggregate().holds().with(List.of(hold)));
        return new Decision.Accepted<>(held, soFar.events(), soFar.riders(), soFar.answers())
                .with(held(held, List.of(hold), null));
    }

    /**
     * The same decision, and a hold on what comes of it. It takes the place of an open one for the same: whoever let that one
     * go has not seen this.
     */
    static Decision.Accepted<Order> anew(Decision.Accepted<Order> soFar, Hold hold) {
        var before = soFar.aggregate();
        Predicate<Hold> same = open -> open.code().equals(hold.code());
        var gone = before.holds().open().stream().filter(same).toList();
        var next = before.with(before.holds().release(same, hold.by(), hold.at(), hold.code()).with(List.of(hold)));
        var held = new Decision.Accepted<>(next, soFar.events(), soFar.riders(), soFar.answers())
                .with(held(next, List.of(hold), null));
        return gone.isEmpty() ? held : held.with(released(next, gone, hold.code()));
    }

    static Decision<Order> release(Order order, String holdId, ActorRef by, String reason, Instant at) {
        var found = order.holds().find(holdId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notFound());
        var release = found.get().release();
        if (release == null)
            return releasing(order, hold -> hold.holdId().equals(holdId), by, reason, at);
        return release.by().equals(by)
                ? Decision.unchanged(order)
                : Decision.reject(Rejection.notNow("already-decided",
                        Map.of("who", release.by().id(), "when", release.at().toString())));
    }

    static Decision.Accepted<Order> releasing(Order order, Predicate<Hold> which, ActorRef by, String reason,
            Instant at) {
        var gone = order.holds().open().stream().filter(which).toList();
        if (gone.isEmpty())
            return Decision.unchanged(order);
        var left = order.holds().release(which, by, at, reason);
        var next = order.with(left);
        var released = Decision.accept(next, released(next, gone, reason));
        return left.open().isEmpty() && !waitsForAuditor(order) ? Asking.withdrawn(released) : released;
    }

    /** Then a question outlives the holds: the auditor may still need its answer. */
    private static boolean waitsForAuditor(Order order) {
        return order.audit().state() == AuditState.WAITING || order.audit().state() == AuditState.HELD;
    }

    private static OrderEvent released(Order order, List<Hold> gone, String reason) {
        return new OrderEvent.HoldReleased(order.shop(), order.orderId(), order.buyer(),
                gone.stream().map(hold -> new OrderEvent.ReleasedHold(hold.holdId(), hold.code())).toList(), reason,
                order.holds().open().size());
    }

    static OrderEvent held(Order order, List<Hold> holds, @Nullable String version) {
        return new OrderEvent.Held(order.shop(), order.orderId(), order.buyer(), during(order),
                holds.stream().map(OrderEvent.OpenHold::of).toList(), order.holds().open().size(), version);
    }

    private static String during(Order order) {
        return switch (order.audit().state()) {
            case NOT_DUE -> "payment";
            case WAITING, HELD, REJECTED -> "audit";
            case APPROVED -> "fulfilment";
        };
    }
}
