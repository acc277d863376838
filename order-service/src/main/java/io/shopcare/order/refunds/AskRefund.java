package io.shopcare.order.refunds;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/**
 * Makes the refund of a request: the order holds the balance first, then the refund is written, then the provider is
 * called. Killed anywhere in between, the same request goes on where it stopped.
 */
@Component
public class AskRefund {
    private final AggregateStore<Refund> refunds;
    private final AggregateStore<Order> orders;
    private final ReserveRefund reserve;
    private final PayRefund pay;
    private final Clock clock;

    AskRefund(AggregateStore<Refund> refunds, AggregateStore<Order> orders, ReserveRefund reserve, PayRefund pay,
            Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.reserve = reserve;
        this.pay = pay;
        this.clock = clock;
    }

    /** @param by who asked */
    public void handle(Buyer buyer, RefundRequest request, Actor by) {
        var refundId = request.refundId();
        if (refunds.find(refundId).isEmpty())
            create(buyer, request, by);
        giveBackWhatNobodyNeeds(refundId, request.orderId());
        pay.handle(refundId);
    }

    private void create(Buyer buyer, RefundRequest request, Actor by) {
        var reserved = reserve.handle(request, by);
        var ask = new CommandContext(by, "ask-refund", null, null, null);
        refunds.create(request.refundId(), ask, () -> switch (reserved) {
            case Outcome.Accepted<Order> accepted -> Refund.request(buyer, request,
                    ReserveRefund.tenders(accepted, request.refundId()), clock.instant());
            case Outcome.Rejected<Order>(var why) ->
                Refund.refuse(buyer, request, ReserveRefund.reason(why), clock.instant());
        });
    }

    /** A twin may have reserved in the very moment in which the other found too little left and refused. */
    private void giveBackWhatNobodyNeeds(String refundId, String orderId) {
        boolean isRefused = refunds.find(refundId).filter(refund -> refund.aggregate().isFinal()).isPresent();
        if (isRefused && orders.find(orderId).flatMap(order -> order.aggregate().refunds().find(refundId)).isPresent())
            orders.decide(orderId, CommandContext.bySystem("release-refund"), order -> order.refundFailed(refundId));
    }
}
