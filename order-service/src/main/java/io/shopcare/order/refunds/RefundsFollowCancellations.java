package io.shopcare.order.refunds;

import java.util.List;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Balance;
import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;

/**
 * What was paid for an order that is cancelled goes back by itself (O10): all that no other refund has taken, under one
 * request for ever. Where something had left, the freight stays spent. What a platform got, the platform refunds; money that comes later is a case of its own.
 */
@Component
final class RefundsFollowCancellations {
    private final AskRefund ask;
    private final AggregateStore<Order> orders;

    RefundsFollowCancellations(AskRefund ask, AggregateStore<Order> orders) {
        this.ask = ask;
        this.orders = orders;
    }

    /** What is needed of {@code order.cancelled.v1}. */
    record Cancelled(String orderId, Buyer buyer, Money paid) {}

    void cancelled(EventMeta meta, Cancelled told) {
        if (!told.paid().isPositive())
            return;
        var order = orders.find(told.orderId()).orElseThrow().aggregate();
        var request = request(order);
        boolean isUnderWay = order.refunds().find(request.refundId()).isPresent();
        if (isUnderWay || request.amount().isPositive())
            ask.handle(told.buyer(), request, meta.actor());
    }

    /** Redelivered after a crash, the share that the order already holds is what was asked for. */
    private static RefundRequest request(Order order) {
        var requestId = Ids.derived("cancellation", order.orderId());
        var held = order.refunds().find(RefundRequest.refundIdOf(requestId));
        if (held.isPresent())
            return new RefundRequest(requestId, order.orderId(), held.get().amount(), held.get().lines(),
                    held.get().freight(), "order-cancelled", null);
        var left = order.balanceAtItsEnd();
        return new RefundRequest(requestId, order.orderId(), left.total(), lines(left), left.freight(),
                "order-cancelled", null);
    }

    private static List<LineAmount> lines(Balance left) {
        return left.lines().stream().filter(line -> line.left().isPositive())
                .map(line -> new LineAmount(line.lineId(), line.units(), line.left())).toList();
    }
}
