package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * The question whether the money that was agreed may be asked for: alone within the agent's authority, above it only with
 * the approval of somebody else (A8).
 *
 * @param by null for what follows by itself from a choice or a grading
 */
public record Refunding(Authority authority, @Nullable Actor by, Instant at) {

    static Refunding automatic(Authority authority, Instant at) {
        return new Refunding(authority, null, at);
    }

    /** An agent asks: after a difference, before the goods are back, or anew after one that failed for good. */
    Decision<Case> decide(Case theCase) {
        if (!Possible.is(CaseAction.REFUND, theCase))
            return theCase.refunds().isEmpty() && theCase.approval() == null
                    ? Decision.reject(Possible.notNow(CaseAction.REFUND, theCase))
                    : Decision.unchanged(theCase);
        return follow(Decision.accept(theCase));
    }

    /** What follows from an accepted decision on the way to the money. */
    Decision<Case> follow(Decision.Accepted<Case> accepted) {
        var theCase = accepted.aggregate();
        var agreement = theCase.agreement();
        if (agreement == null)
            return accepted;
        if (theCase.refunds().stream().anyMatch(RefundAttempt::mayStillPay))
            return accepted;
        var owed = agreement.remedy().lines().stream().filter(share -> theCase.line(share.lineId())
                .filter(line -> line.money() == LineMoney.DUE || line.money() == LineMoney.REFUSED).isPresent())
                .toList();
        if (owed.isEmpty())
            return HearingOfRefund.settle(accepted);
        var wanted = wanted(agreement, owed);
        if (!authority.covers(wanted.amount()))
            return new Decision.Accepted<>(theCase.change(next -> {
                next.approval = wanted;
                next.lines(line -> line.money() == LineMoney.REFUSED, line -> line.with(LineMoney.DUE));
            }), accepted.events(), accepted.riders(), accepted.answers());
        return ask(accepted, attempt(theCase, wanted, by == null ? Actor.system("refund") : by, null));
    }

    private Approval wanted(Agreement agreement, List<Remedy.Share> owed) {
        var freight = agreement.remedy().freight();
        return new Approval(by == null ? agreement.offeredBy() : by, at, owed, freight,
                Money.sum(freight.currency(),
                        Stream.concat(owed.stream().map(Remedy.Share::amount), Stream.of(freight)).toList()));
    }

    /** Never by the one who asked, nor by the one whose offer it was. */
    Decision<Case> approve(Case theCase, boolean approved) {
        var wanted = theCase.approval();
        var agreement = theCase.agreement();
        if (wanted == null || agreement == null || by == null)
            return Decision.reject(Possible.notNow(CaseAction.REFUND_APPROVAL, theCase));
        if (by.equals(wanted.askedBy()) || by.equals(agreement.offeredBy()))
            return Decision.reject(Rejection.forbidden("not-by-the-one-who-asked"));
        var decided = Decision.accept(theCase.change(next -> next.approval = null));
        if (approved)
            return ask(decided, attempt(theCase, wanted, wanted.askedBy(), by));
        return Decision.accept(decided.aggregate().change(next -> next.lines(
                line -> wanted.lines().stream().anyMatch(share -> share.lineId().equals(line.lineId())),
                line -> line.with(LineMoney.DUE))));
    }

    private RefundAttempt attempt(Case theCase, Approval wanted, Actor asking, @Nullable Actor approving) {
        int number = theCase.refunds().size() + 1;
        return new RefundAttempt(number, RefundAttempt.requestId(theCase.id(), number), RefundState.ASKED,
                wanted.amount(), wanted.lines(), wanted.freight(), asking, approving, at, null, null, null);
    }

    /** In the same write as the decision: the request can't be lost, nor made twice. */
    private static Decision<Case> ask(Decision.Accepted<Case> accepted, RefundAttempt attempt) {
        var asked = accepted.aggregate().change(next -> {
            next.refunds = replaced(next.refunds, attempt);
            next.lines(line -> attempt.covers(line.lineId()) && line.money() == LineMoney.NONE,
                    line -> line.with(LineMoney.DUE));
            next.lines(line -> attempt.covers(line.lineId()) && line.money().mayBecome(LineMoney.ASKED),
                    line -> line.with(LineMoney.ASKED));
        });
        return new Decision.Accepted<>(asked, accepted.events(), accepted.riders(), accepted.answers())
                .with(RefundAsking.event(asked, attempt));
    }

    static List<RefundAttempt> replaced(List<RefundAttempt> all, RefundAttempt changed) {
        var next = new ArrayList<>(all);
        next.removeIf(each -> each.requestId().equals(changed.requestId()));
        next.add(changed.number() - 1 < next.size() ? changed.number() - 1 : next.size(), changed);
        return next;
    }
}
