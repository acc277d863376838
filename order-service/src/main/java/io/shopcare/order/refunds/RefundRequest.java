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
    /** Reason of what a shortage pays back. */
    public static final String OUT_OF_STOCK = "out-of-stock";

    public RefundRequest {
        lines = List.copyOf(lines);
    }

    /** Whether what it pays back is not there, and so will not ship whatever becomes of it. */
    boolean isForMissingGoods() {
        return caseId == null && reason.equals(OUT_OF_STOCK);
    }

    /** The refund of this request, now and for ever. */
    public String refundId() {
        return refundIdOf(requestId);
    }

    static String refundIdOf(String requestId) {
        return RefundsFacet.idOf(requestId);
    }
}
