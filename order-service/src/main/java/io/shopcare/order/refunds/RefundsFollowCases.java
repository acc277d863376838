package io.shopcare.order.refunds;

import java.util.List;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;

/** A case asks for a refund. */
@Component
final class RefundsFollowCases {
    private final AskRefund ask;

    RefundsFollowCases(AskRefund ask) {
        this.ask = ask;
    }

    /** What is needed of {@code refund.asked.v1}. */
    record Asked(String caseId, Buyer buyer, String orderId, String requestId, Money amount, List<LineAmount> lines,
            Money freight, String reason) {
        RefundRequest request() {
            return new RefundRequest(requestId, orderId, amount, lines, freight, reason, caseId);
        }
    }

    void asked(EventMeta meta, Asked asked) {
        ask.handle(asked.buyer(), asked.request(), meta.actor());
    }

}
