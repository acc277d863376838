package io.shopcare.order.refunds;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.EventType;

/** What happens to refunds, as it is published. */
sealed interface RefundEvent {

    @EventType("refund.requested.v1")
    record Requested(String shop, String refundId, Buyer buyer, String orderId, String requestId, Money amount,
            List<LineAmount> lines, Money freight, List<Tender> tenders, String reason, int attempt,
            @Nullable String caseId)
            implements
                RefundEvent {
        static Requested of(Refund it) {
            return new Requested(it.shop(), it.refundId(), it.buyer(), it.orderId(), it.request().requestId(),
                    it.request().amount(), it.request().lines(), it.request().freight(), it.tenders(),
                    it.request().reason(), it.attempt(), it.request().caseId());
        }
    }

    @EventType("refund.in-doubt.v1")
    record InDoubt(String shop, String refundId, Buyer buyer, String orderId, String requestId, Money amount,
            int attempt, @Nullable String caseId) implements RefundEvent {
        static InDoubt of(Refund it) {
            return new InDoubt(it.shop(), it.refundId(), it.buyer(), it.orderId(), it.request().requestId(),
                    it.request().amount(), it.attempt(), it.request().caseId());
        }
    }

    @EventType("refund.succeeded.v1")
    record Succeeded(String shop, String refundId, Buyer buyer, String orderId, String requestId, Money amount,
            List<LineAmount> lines, Money freight, List<Tender> tenders, Instant succeededAt, @Nullable String caseId)
            implements
                RefundEvent {
        static Succeeded of(Refund it, Instant at) {
            return new Succeeded(it.shop(), it.refundId(), it.buyer(), it.orderId(), it.request().requestId(),
                    it.request().amount(), it.request().lines(), it.request().freight(), it.tenders(), at,
                    it.request().caseId());
        }
    }

    @EventType("refund.failed.v1")
    record Failed(String shop, String refundId, Buyer buyer, String orderId, String requestId, Money amount,
            int attempt, String reason, @com.fasterxml.jackson.annotation.JsonProperty("final") boolean isFinal,
            @Nullable String caseId) implements RefundEvent {
        static Failed of(Refund it, String reason) {
            return new Failed(it.shop(), it.refundId(), it.buyer(), it.orderId(), it.request().requestId(),
                    it.request().amount(), it.attempt(), reason, it.isFinal(), it.request().caseId());
        }
    }
}
