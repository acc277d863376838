package io.shopcare.order.orders;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.shopcare.order.orders.Exchange.Waiver;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Lets the difference of an exchange go, as when the exchange is the shop's fault: the order prints without it (O10). */
final class Waiving {
    private Waiving() {}

    static Decision<Order> waive(Order order, String lineId, ActorRef by, String reason, Instant at) {
        var found = Exchanging.latest(order, lineId).filter(exchange -> exchange.toPay() != null);
        if (found.isEmpty())
            return Decision.reject(Rejection.notNow("nothing-to-waive"));
        var exchange = found.get();
        var earlier = exchange.waiver();
        if (earlier != null)
            return earlier.by().equals(by)
                    ? Decision.unchanged(order)
                    : Decision.reject(Rejection.notNow("already-decided",
                            Map.of("who", earlier.by().id(), "when", earlier.at().toString())));
        var refusal = unfit(order, exchange);
        if (refusal.isPresent())
            return Decision.reject(refusal.get());
        var waived = Exchanging.put(order, exchange.waived(new Waiver(by, at, reason)));
        var decided = Requesting.withdrawn(Decision.accept(waived, new OrderEvent.DifferenceWaived(order.shop(),
                order.orderId(), order.buyer(), exchange.exchangeId(), lineId,
                Optional.ofNullable(exchange.toPay()).orElseThrow(), reason)), exchange.paymentRequestId());
        var heldFor = Requesting.holdOf(exchange.paymentRequestId());
        return Requesting.after(decided, Holding.releasing(decided.aggregate(),
                hold -> hold.holdId().equals(heldFor), by, reason, at));
    }

    private static Optional<Rejection> unfit(Order order, Exchange exchange) {
        if (order.isCancelled())
            return Optional.of(Rejection.notNow("already-cancelled"));
        return Exchanging.isPaid(order, exchange)
                ? Optional.of(Rejection.notNow("nothing-to-waive"))
                : Optional.empty();
    }
}
