package io.shopcare.aftersale.cases;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** The question whether a person may end a case: the buyer withdraws, or the desk refuses it or finds it settled. */
final class Closing {
    private Closing() {}

    static Decision<Case> decide(Case theCase, @Nullable CaseOutcome how, Actor by) {
        if (theCase.state() == CaseState.CLOSED)
            return Decision.unchanged(theCase);
        if (!Possible.is(CaseAction.CLOSURE, theCase))
            return Decision.reject(Possible.notNow(CaseAction.CLOSURE, theCase));
        if (theCase.state() == CaseState.RESOLVED)
            return Decision.accept(theCase.change(next -> next.become(CaseState.CLOSED)),
                    closed(theCase, null, "resolved"));
        if (how == null || !isPossible(how, theCase, by))
            return Decision.reject(Rejection.rule("outcome-not-possible"));
        return end(theCase, how, "resolved");
    }

    /** The buyer let a deadline pass: nothing is carried out that they did not choose, or did not make possible. */
    static Decision<Case> bySilence(Case theCase) {
        return Possible.is(CaseAction.CLOSURE, theCase)
                ? end(theCase, CaseOutcome.WITHDRAWN, "buyer-silent")
                : Decision.reject(Possible.notNow(CaseAction.CLOSURE, theCase));
    }

    private static Decision<Case> end(Case theCase, CaseOutcome how, String reason) {
        var ended = theCase.change(next -> {
            next.become(CaseState.RESOLVED);
            next.become(CaseState.CLOSED);
            next.outcome = how;
            next.approval = null;
            next.lines(line -> line.money() == LineMoney.DUE || line.money() == LineMoney.REFUSED,
                    line -> line.with(LineMoney.NONE));
            next.lines(line -> line.custody() == Custody.ANNOUNCED, line -> line.with(Custody.NOT_ANNOUNCED));
        });
        return Decision.accept(ended, resolved(ended, null), closed(ended, null, reason));
    }

    static CaseEvent.Resolved resolved(Case ended, @Nullable Actor actor) {
        var agreement = ended.agreement();
        var verified = ended.verification();
        boolean done = ended.outcome() == CaseOutcome.REMEDY_DONE;
        return new CaseEvent.Resolved(ended.shop(), ended.id(), ended.order().buyer(), ended.order().orderId(), actor,
                ended.outcome() == null ? CaseOutcome.SETTLED_ITSELF : ended.outcome(), ended.refunded(),
                done && agreement != null ? CaseEvent.Offer.of(agreement.remedy()) : null,
                verified == null ? null : verified.reason());
    }

    static CaseEvent.Closed closed(Case ended, @Nullable Actor actor, String reason) {
        return new CaseEvent.Closed(ended.shop(), ended.id(), ended.order().buyer(), ended.order().orderId(), actor,
                reason);
    }

    /** A buyer may only withdraw; nobody may call a remedy done that is not. */
    private static boolean isPossible(CaseOutcome how, Case theCase, Actor by) {
        return switch (how) {
            case WITHDRAWN -> true;
            case REFUSED, SETTLED_ITSELF -> by.kind() != Actor.Kind.BUYER;
            case REMEDY_DONE -> by.kind() != Actor.Kind.BUYER && HearingOfRefund.isDone(theCase);
        };
    }
}
