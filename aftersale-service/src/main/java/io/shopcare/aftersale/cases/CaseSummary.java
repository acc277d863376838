package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.Buyer;
import io.shopcare.aftersale.policies.Reason;

/** A case in a list. */
record CaseSummary(String id, String caseNo, String orderId, String orderNo, Buyer buyer, CaseKind kind, Reason reason,
        CaseState state, Standing.Phase phase, Standing.WaitingFor waitingFor, Instant openedAt,
        @Nullable Instant resolveBy, List<LineQuantity> lines) {

    static CaseSummary of(Case theCase) {
        var targets = theCase.targets();
        return new CaseSummary(theCase.id(), theCase.caseNo(), theCase.order().orderId(), theCase.order().orderNo(),
                theCase.order().buyer(), theCase.kind(), theCase.reason(), theCase.state(),
                theCase.standing().phase(), theCase.standing().waitingFor(), theCase.openedAt(),
                targets == null ? null : targets.resolveBy(), theCase.lines().stream().map(CaseLine::units).toList());
    }
}
