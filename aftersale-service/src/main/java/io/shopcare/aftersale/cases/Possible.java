package io.shopcare.aftersale.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.shopcare.platform.store.Rejection;

/** Which actions a case has an answer for in its present state; the decisions ask here first. */
final class Possible {
    private Possible() {}

    static List<CaseAction> in(Case theCase) {
        var possible = new ArrayList<CaseAction>();
        Arrays.stream(CaseAction.values()).filter(action -> is(action, theCase)).forEach(possible::add);
        return possible;
    }

    static boolean is(CaseAction action, Case theCase) {
        return switch (action) {
            case VERIFICATION -> theCase.state() == CaseState.OPENED || theCase.state() == CaseState.PROPOSED;
            case REMEDIES -> theCase.state() == CaseState.OPENED || theCase.state() == CaseState.PROPOSED
                    || isStuck(theCase);
            case CHOICE, REFUSAL -> theCase.state() == CaseState.PROPOSED;
            case GOODS_SENT -> theCase.lines().stream().anyMatch(line -> line.custody() == Custody.ANNOUNCED);
            case GOODS_RECEIVED -> theCase.lines().stream()
                    .anyMatch(line -> line.custody().isExpected() || line.custody() == Custody.NEVER_CAME);
            case GRADING -> theCase.lines().stream().anyMatch(line -> line.custody() == Custody.RECEIVED);
            case REFUND -> theCase.state() == CaseState.AGREED && theCase.approval() == null
                    && theCase.refunds().stream().noneMatch(RefundAttempt::mayStillPay)
                    && theCase.lines().stream().anyMatch(Possible::canBeAsked);
            case REFUND_APPROVAL -> theCase.approval() != null;
            case CLOSURE -> theCase.state() == CaseState.RESOLVED
                    || theCase.state().isOpen() && nothingIsUnderWay(theCase);
        };
    }

    /** No: says in which phase the case is. */
    static Rejection notNow(CaseAction action, Case theCase) {
        return Rejection.notNow("not-in-this-phase",
                Map.of("action", action.code(), "phase", theCase.standing().phase().code()));
    }

    /** Agreed, but what came was not what was said, or the money did not go: the agent has to find another way. */
    private static boolean isStuck(Case theCase) {
        return theCase.state() == CaseState.AGREED && theCase.approval() == null && nothingIsUnderWay(theCase)
                && theCase.lines().stream().noneMatch(line -> line.custody().isExpected());
    }

    private static boolean canBeAsked(CaseLine line) {
        return line.money() == LineMoney.DUE || line.money() == LineMoney.REFUSED;
    }

    private static boolean nothingIsUnderWay(Case theCase) {
        return theCase.refunds().stream().noneMatch(RefundAttempt::mayStillPay)
                && theCase.lines().stream().noneMatch(line -> line.custody() == Custody.ON_THE_WAY
                        || line.custody() == Custody.RECEIVED);
    }
}
