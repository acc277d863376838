package io.shopcare.aftersale.cases;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.Coded;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.Stored;

/** Shows a case to a person: their actions, their language, and only what is theirs to see. */
public final class CaseViews {
    private final CasePolicies policies;
    private final ProblemCatalogue texts;

    /** With the rules to cite and the words for reasons. */
    public CaseViews(CasePolicies policies, ProblemCatalogue texts) {
        this.policies = policies;
        this.texts = texts;
    }

    /** The case as this person sees it. */
    public CaseView of(Stored<Case> stored, Person person, Locale language) {
        var theCase = stored.aggregate();
        var order = theCase.order();
        var first = theCase.requests().getFirst();
        var verified = theCase.verification();
        var proposal = theCase.proposal();
        var agreement = theCase.agreement();
        return new CaseView(theCase.id(), theCase.caseNo(), theCase.shop(), order.orderId(), order.orderNo(),
                order.buyer(), theCase.kind(), theCase.origin(), theCase.conversationId(), theCase.state(),
                theCase.standing().phase(), theCase.standing().waitingFor(), first.reason(),
                verified == null ? null : verified.reason(), theCase.openedAt(), theCase.targets(),
                new CaseView.OrderKnown(order.source(), order.asOf()),
                theCase.lines().stream().map(CaseViews::line).toList(), rights(theCase, language),
                proposal == null ? null : offers(proposal), agreement == null ? null : offer(agreement.remedy()),
                theCase.goodsReturn(), theCase.refunded(),
                theCase.refunds().stream().map(refund -> refund(refund, language)).toList(), theCase.outcome(),
                said(theCase, person), isDesk(person) ? desk(theCase) : null, actions(theCase, person));
    }

    /** What the rules give, line by line. */
    List<RightView> rights(Case theCase, Locale language) {
        return theCase.rights(policies.of(theCase.order())).entrySet().stream()
                .map(right -> RightView.of(right.getKey(), right.getValue(), policies, texts, language)).toList();
    }

    private static List<String> actions(Case theCase, Person person) {
        return theCase.possible().stream().filter(action -> VisibleCases.mayDo(person, action))
                .filter(action -> action != CaseAction.REFUND_APPROVAL || !asked(theCase, person))
                .map(Coded::code).toList();
    }

    /** Never by the one who asked. */
    private static boolean asked(Case theCase, Person person) {
        var approval = theCase.approval();
        var agreement = theCase.agreement();
        return approval != null && approval.askedBy().equals(person.actor())
                || agreement != null && agreement.offeredBy().equals(person.actor());
    }

    private static boolean isDesk(Person person) {
        return person.has("aftersales") || person.has("supervisor") || person.has("manager");
    }

    private static List<CaseView.Said> said(Case theCase, Person person) {
        boolean mayRead = person.isBuyer() || isDesk(person) || person.has("presales");
        return theCase.requests().stream().map(request -> new CaseView.Said(request.by().kind(), request.at(),
                request.reason(), mayRead ? text(request.words(), person) : null)).toList();
    }

    /** As written for the buyer; masked for the shop's people, who see it in full for a purpose only. */
    private static @Nullable String text(@Nullable BuyerWords words, Person person) {
        if (words == null)
            return null;
        return person.isBuyer() ? words.text() : words.masked();
    }

    private static CaseView.Desk desk(Case theCase) {
        var proposal = theCase.proposal();
        return new CaseView.Desk(theCase.approval(), proposal == null ? null : proposal.beyond(),
                theCase.verification(), Difference.in(theCase));
    }

    private static CaseView.Line line(CaseLine line) {
        return new CaseView.Line(line.lineId(), line.sku(), line.title(), line.quantity(), line.custody(),
                line.arrived(), line.graded(), line.money(), line.refunded());
    }

    private static CaseView.Offers offers(Proposal proposal) {
        return new CaseView.Offers(proposal.remedies().stream().map(CaseViews::offer).toList(), proposal.fewer(),
                proposal.chooseBy());
    }

    private static CaseView.Offer offer(Remedy remedy) {
        return new CaseView.Offer(remedy.remedyId(), remedy.kind(), remedy.amount(), remedy.freight(), remedy.lines(),
                remedy.freightBy(), remedy.steps(), remedy.withinDays());
    }

    private CaseView.Refund refund(RefundAttempt attempt, Locale language) {
        var failure = attempt.failure();
        return new CaseView.Refund(attempt.requestId(), attempt.state(), attempt.amount(), attempt.askedAt(),
                attempt.refundId(), failure == null
                        ? null
                        : new CaseView.Failure(failure, texts.reason(failure, java.util.Map.of(), language)),
                attempt.succeededAt());
    }
}
