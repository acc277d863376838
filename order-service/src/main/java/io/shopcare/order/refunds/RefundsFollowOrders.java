package io.shopcare.order.refunds;

import java.util.List;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;

/** An order gives money back by itself or by finance's word: it holds the balance already, the refund follows (O17). */
@Component
final class RefundsFollowOrders {
    private final AskRefund ask;

    RefundsFollowOrders(AskRefund ask) {
        this.ask = ask;
    }

    /** What is needed of {@code order.refund-due.v1}. */
    record Due(String orderId, Buyer buyer, String requestId, Money amount, List<LineAmount> lines, Money freight,
            String reason) {
        RefundRequest request() {
            return new RefundRequest(requestId, orderId, amount, lines, freight, reason, null);
        }
    }

    void due(EventMeta meta, Due due) {
        ask.handle(due.buyer(), due.request(), meta.actor());
    }
}
