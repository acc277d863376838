package io.shopcare.order.refunds;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.RefundsFacet;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.money.Money;

/**
 * What is to be refunded, and why. One request refunds once, whatever is repeated.
 *
 * @param amount  lines, freight, and what came beyond the order's worth
 * @param reason  code, section refund of reasons.yaml
 * @param caseId  null when no case asked
 */
public record RefundRequest(String requestId, String orderId, Money amount, List<LineAmount> lines, Money freight,
        String reason, @Nullable String caseId) {
    public RefundRequest {
        lines = List.copyOf(lines);
    }

    /** The refund of this request, now and for ever. */
    public String refundId() {
        return refundIdOf(requestId);
    }

    static String refundIdOf(String requestId) {
        return RefundsFacet.idOf(requestId);
    }
}
