package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.OrderEvent.Evidence;
import io.shopcare.order.orders.OrderEvent.Missed;
import io.shopcare.order.orders.PromisesFacet.Tracked;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Figure;
import io.shopcare.order.trade.Promise;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Promises on an order: attached, kept, broken, waived (O4). */
final class Keeping {
    private Keeping() {}

    /** Once the audit has looked, a promise that comes later needs a look of its own. */
    static Decision<Order> attach(Order order, Promise promise, Instant at) {
        if (order.promises().find(promise.promiseId()).isPresent() || order.isCancelled() || !order.mayStillShip())
            return Decision.unchanged(order);
        var next = order.with(order.promises().with(promise));
        var attached = Decision.accept(next, new OrderEvent.PromiseAttached(order.shop(), order.orderId(),
                order.buyer(), promise));
        var audit = order.audit().state();
        if (audit != AuditState.HELD && audit != AuditState.APPROVED)
            return attached;
        var look = Hold.of("promise-" + promise.promiseId(), "promise-needs-a-look",
                List.of(Figure.of("promises", 1)), Auditing.OWNER, promise.due(), null, ActorRef.system("promises"),
                at).forPromise(promise.promiseId());
        var held = next.with(next.holds().with(List.of(look)));
        return Decision.accept(held, attached.events().getFirst(), Holding.held(held, List.of(look), null));
    }

    static Decision<Order> kept(Order order, String promiseId, ActorRef by, String evidence,
            @Nullable String parcelId, Instant at) {
        return end(order, promiseId, PromiseState.KEPT, by, evidence, parcelId, at, promise -> keptEvent(order,
                promise, null, evidence, parcelId));
    }

    static Decision<Order> broken(Order order, String promiseId, String stage, @Nullable String parcelId,
            @Nullable ActorRef by, Instant at) {
        return end(order, promiseId, PromiseState.BROKEN, by == null ? ActorRef.system("promises") : by, stage,
                parcelId, at, promise -> brokenEvent(order, promise, null, new Missed(stage, parcelId, by)));
    }

    static Decision<Order> waive(Order order, String promiseId, ActorRef by, String reason, Instant at) {
        return end(order, promiseId, PromiseState.WAIVED, by, reason, null, at,
                promise -> new OrderEvent.PromiseWaived(order.shop(), order.orderId(), order.buyer(), promise,
                        reason));
    }

    /** Promises with a clock are kept or broken by the facts. */
    static Decision.Accepted<Order> byTheClock(Decision.Accepted<Order> soFar, String kind, String evidence,
            String stage,
            String parcelId, Instant at) {
        var clock = ActorRef.system(kind);
        var order = soFar.aggregate();
        var events = new ArrayList<>(soFar.events());
        for (var tracked : order.promises().open()) {
            var due = tracked.promise().due();
            if (due == null || !tracked.promise().kind().equals(kind))
                continue;
            boolean inTime = !at.isAfter(due);
            order = order.with(order.promises().replace(tracked.ended(
                    inTime ? PromiseState.KEPT : PromiseState.BROKEN, clock, at, inTime ? evidence : stage,
                    parcelId)));
            events.add(inTime
                    ? keptEvent(order, tracked.promise(), clock, evidence, parcelId)
                    : brokenEvent(order, tracked.promise(), clock, new Missed(stage, parcelId, null)));
        }
        return new Decision.Accepted<>(order, events, soFar.riders(), soFar.answers());
    }

    /** Promises whose clock ran out before the facts came. */
    static Decision<Order> overdue(Order order, Instant now) {
        var events = new ArrayList<Object>();
        var next = order;
        for (var tracked : order.promises().open()) {
            var due = tracked.promise().due();
            if (due == null || due.isAfter(now) || order.isCancelled())
                continue;
            var kind = tracked.promise().kind();
            var stage = kind.equals("arrives-by") && !order.mayStillShip() ? "carrier" : "shipping";
            var clock = ActorRef.system(kind);
            next = next.with(next.promises().replace(tracked.ended(PromiseState.BROKEN, clock, now, stage, null)));
            events.add(brokenEvent(order, tracked.promise(), clock, new Missed(stage, null, null)));
        }
        return events.isEmpty()
                ? Decision.unchanged(order)
                : new Decision.Accepted<>(next, events, List.of(), Map.of());
    }

    private static Decision<Order> end(Order order, String promiseId, PromiseState end, ActorRef by, String why,
            @Nullable String parcelId, Instant at, java.util.function.Function<Promise, OrderEvent> event) {
        var found = order.promises().find(promiseId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notFound());
        Tracked tracked = found.get();
        if (tracked.state() == end)
            return Decision.unchanged(order);
        if (!tracked.isOpen())
            return Decision.reject(Rejection.notNow("promise-" + tracked.state().code()));
        return Decision.accept(order.with(order.promises().replace(tracked.ended(end, by, at, why, parcelId))),
                event.apply(tracked.promise()));
    }

    private static OrderEvent keptEvent(Order order, Promise promise, @Nullable ActorRef clock, String evidence,
            @Nullable String parcelId) {
        return new OrderEvent.PromiseKept(order.shop(), order.orderId(), order.buyer(), clock, promise,
                new Evidence(evidence, parcelId));
    }

    private static OrderEvent brokenEvent(Order order, Promise promise, @Nullable ActorRef clock, Missed missed) {
        return new OrderEvent.PromiseBroken(order.shop(), order.orderId(), order.buyer(), clock, promise, missed);
    }
}
