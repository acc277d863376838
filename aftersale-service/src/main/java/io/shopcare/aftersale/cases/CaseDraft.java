package io.shopcare.aftersale.cases;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.OrderCopy;

/** The parts of a case that change, while a decision makes the next one. Lives for one decision only. */
final class CaseDraft {
    private final Case from;
    private CaseState state;
    OrderCopy order;
    List<Request> requests;
    @Nullable
    Verification verification;
    List<CaseLine> lines;
    @Nullable
    Proposal proposal;
    @Nullable
    Agreement agreement;
    @Nullable
    GoodsReturn goodsReturn;
    @Nullable
    Approval approval;
    List<RefundAttempt> refunds;
    @Nullable
    CaseOutcome outcome;

    CaseDraft(Case from) {
        this.from = from;
        state = from.state();
        order = from.order();
        requests = from.requests();
        verification = from.verification();
        lines = from.lines();
        proposal = from.proposal();
        agreement = from.agreement();
        goodsReturn = from.goodsReturn();
        approval = from.approval();
        refunds = from.refunds();
        outcome = from.outcome();
    }

    void become(CaseState next) {
        state = state.become(next);
    }

    void lines(Predicate<CaseLine> which, UnaryOperator<CaseLine> change) {
        lines = lines.stream().map(line -> which.test(line) ? change.apply(line) : line).toList();
    }

    Case done() {
        return new Case(from.id(), from.shop(), from.caseNo(), from.kind(), from.origin(), from.conversationId(),
                from.language(), from.openedAt(), from.targets(), order, requests, verification, state, lines, proposal,
                agreement,
                goodsReturn, approval, refunds, outcome, from.standing());
    }
}
