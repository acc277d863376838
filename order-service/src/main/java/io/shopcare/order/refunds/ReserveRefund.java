package io.shopcare.order.refunds;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/**
 * Has the order hold the balance of a refund. Without a key or inbox: the order knows a repeat by the refund's id, and
 * must not take it for another event's.
 */
@Component
final class ReserveRefund {
    private final AggregateStore<Order> orders;
    private final AggregateStore<Refund> refunds;
    private final Clock clock;

    ReserveRefund(AggregateStore<Order> orders, AggregateStore<Refund> refunds, Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.clock = clock;
    }

    Outcome<Order> handle(RefundRequest request, Actor by) {
        return orders.decide(request.orderId(), new CommandContext(by, "reserve-refund", null, null, null),
                order -> request.isForMissingGoods()
                        ? order.reserveRefundOfMissing(request.refundId(), request.amount(), request.lines(),
                                request.freight())
                        : order.reserveRefund(request.refundId(), request.amount(), request.lines(),
                                request.freight()));
    }

    /** For another attempt of a refund that exists. */
    void again(Refund refund) {
        var system = CommandContext.bySystem("reserve-refund");
        var reserved = handle(refund.request(), system.actor());
        refunds.decide(refund.refundId(), system, again -> switch (reserved) {
            case Outcome.Accepted<Order> accepted ->
                again.reserved(tenders(accepted, refund.refundId()), clock.instant());
            case Outcome.Rejected<Order>(var why) -> again.notReserved(reason(why));
        });
    }

    static List<Tender> tenders(Outcome.Accepted<Order> reserved, String refundId) {
        return reserved.stored().aggregate().refunds().find(refundId).orElseThrow().tenders();
    }

    static String reason(Rejection why) {
        return why.kind() == Rejection.Kind.NOT_FOUND ? "order-unknown" : why.code();
    }
}
