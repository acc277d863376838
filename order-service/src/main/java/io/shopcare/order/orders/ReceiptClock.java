package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.FulfilmentFacet.Shipment;
import io.shopcare.order.trade.ReceiptTerms.Start;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** The clock that confirms the receipt when the buyer does not (O16). */
final class ReceiptClock {
    static final String BY_TIME = "deadline";

    private ReceiptClock() {}

    /** When it runs out; null while it does not run: nothing has arrived, a case is open, it is over. */
    static @Nullable Instant due(Order order) {
        var terms = order.sale().receipt();
        var start = start(order);
        if (terms == null || start == null || terms.caseStopsIt() && !order.afterSale().openCases().isEmpty())
            return null;
        boolean extended = order.fulfilment().extendedAt() != null;
        return start.plus(terms.within()).plus(order.afterSale().stoodStill())
                .plus(extended ? terms.extension() : Duration.ZERO);
    }

    /** When the buyer is told that it will run out; null when they have been, or it does not run. */
    static @Nullable Instant warnAt(Order order) {
        var terms = order.sale().receipt();
        var due = due(order);
        return terms == null || due == null || due.equals(order.fulfilment().warnedOf())
                ? null
                : due.minus(terms.warning());
    }

    /** Told once of each end: an extension, or a case in between, makes another one. */
    static Decision<Order> warn(Order order) {
        var due = due(order);
        return due == null || due.equals(order.fulfilment().warnedOf())
                ? Decision.unchanged(order)
                : Decision.accept(order.with(order.fulfilment().warned(due)),
                        new OrderEvent.ReceiptDueSoon(order.shop(), order.orderId(), order.buyer(), due));
    }

    /** When it started; null before, and after the receipt. What goes back is not waited for. */
    static @Nullable Instant start(Order order) {
        var terms = order.sale().receipt();
        boolean fromShipping = terms != null && terms.from() == Start.SHIPPED;
        return switch (order.fulfilment().state()) {
            case SHIPPED ->
                fromShipping ? last(order.fulfilment().toBuyer().stream().map(Shipment::shippedAt)) : null;
            case DELIVERED -> last(order.fulfilment().toBuyer().stream()
                    .map(fromShipping ? Shipment::shippedAt : Shipment::arrivedAt));
            case NOT_STARTED, AWAITING, PARTLY_SHIPPED, RECEIVED, COMPLETED, CANCELLED -> null;
        };
    }

    /** Received, and since nothing is waited for any more, completed in the same write. */
    static Decision<Order> confirm(Order order, Instant at, String how) {
        if (!(order.receive(at, how) instanceof Decision.Accepted<Order> received))
            return order.receive(at, how);
        return received.aggregate().complete(at, how) instanceof Decision.Accepted<Order> completed
                ? new Decision.Accepted<>(completed.aggregate(),
                        Stream.concat(received.events().stream(), completed.events().stream()).toList(),
                        received.riders(), received.answers())
                : received;
    }

    /** The buyer may ask for more time once. */
    static Decision<Order> extend(Order order, Instant at) {
        if (start(order) == null)
            return Decision.reject(Rejection.notNow("receipt-not-due"));
        if (order.fulfilment().extendedAt() != null)
            return Decision.reject(Rejection.notNow("receipt-extended"));
        var extended = order.with(order.fulfilment().extended(at));
        return Decision.accept(extended, new OrderEvent.ReceiptExtended(order.shop(), order.orderId(), order.buyer(),
                due(extended)));
    }

    private static @Nullable Instant last(Stream<Instant> moments) {
        return moments.max(Comparator.naturalOrder()).orElse(null);
    }
}
