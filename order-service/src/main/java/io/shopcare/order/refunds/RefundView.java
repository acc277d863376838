package io.shopcare.order.refunds;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.security.Person;

/**
 * A refund as it is answered.
 *
 * @param problem        reason code of the last refusal
 * @param next           when the provider is asked again; null when it is not
 * @param allowedActions what the caller may do now
 */
record RefundView(String refundId, String shop, String orderId, Buyer buyer, String requestId, @Nullable String caseId,
        State state, Money amount, List<LineAmount> lines, Money freight, String reason, int attempt,
        @Nullable String problem, List<Payout> payouts, Instant askedAt, @Nullable Instant next,
        List<String> allowedActions) {

    @Schema(name = "RefundState")
    record State(RefundStage stage) {}

    static RefundView of(Refund it, Person person) {
        var request = it.request();
        return new RefundView(it.refundId(), it.shop(), it.orderId(), it.buyer(), request.requestId(),
                request.caseId(), new State(it.stage()), request.amount(), request.lines(), request.freight(),
                request.reason(), it.attempt(), it.problem(), it.payouts(), it.askedAt(), it.nextAt(),
                RefundController.maySettle(person) ? actions(it) : List.of());
    }

    private static List<String> actions(Refund it) {
        return switch (it.stage()) {
            case FAILED -> it.isFinal() ? List.of() : List.of("attempts");
            case BY_HAND -> List.of("confirmation");
            case REQUESTED, IN_DOUBT, SUCCEEDED -> List.of();
        };
    }
}
