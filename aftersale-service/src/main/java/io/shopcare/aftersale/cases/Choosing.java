package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.Map;

import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.PolicyRule;
import io.shopcare.aftersale.policies.Term;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * The question whether the buyer may choose this remedy. Nothing is carried out that was not chosen.
 *
 * @param warehouse where goods come back to when the one that sent them is not known
 */
public record Choosing(String remedyId, Policies policies, Authority authority, String warehouse, Actor by,
        Instant at) {
    private static final int SEND_BACK_DAYS = 7;

    Decision<Case> decide(Case theCase) {
        var agreed = theCase.agreement();
        if (agreed != null && agreed.remedy().remedyId().equals(remedyId))
            return Decision.unchanged(theCase);
        var proposal = theCase.proposal();
        if (proposal == null || !Possible.is(CaseAction.CHOICE, theCase))
            return Decision.reject(Possible.notNow(CaseAction.CHOICE, theCase));
        var remedy = proposal.remedy(remedyId).orElse(null);
        if (remedy == null)
            return Decision.reject(Rejection.rule("remedy-unknown"));
        if (!at.isBefore(proposal.chooseBy()))
            return Decision.reject(Rejection.notNow("deadline-passed", Map.of("until", proposal.chooseBy())));
        return agree(theCase, new Agreement(remedy, proposal.citations(), proposal.by(), by, at));
    }

    private Decision<Case> agree(Case theCase, Agreement agreement) {
        var remedy = agreement.remedy();
        var chosen = theCase.change(next -> {
            next.become(CaseState.AGREED);
            next.agreement = agreement;
            next.lines(line -> remedy.covers(line.lineId()) && line.money() == LineMoney.NONE,
                    line -> line.with(LineMoney.DUE));
            if (remedy.kind().sendsGoodsBack())
                next.lines(line -> remedy.covers(line.lineId()) && line.custody() == Custody.NOT_ANNOUNCED,
                        line -> line.with(Custody.ANNOUNCED));
        });
        var accepted = Decision.accept(chosen, new CaseEvent.RemedyChosen(theCase.shop(), theCase.id(),
                theCase.order().buyer(), theCase.order().orderId(), CaseEvent.Offer.of(remedy)));
        boolean goodsAreAwaited = chosen.lines().stream().anyMatch(line -> line.custody() == Custody.ANNOUNCED);
        return goodsAreAwaited
                ? authorise(chosen, agreement, accepted)
                : Refunding.automatic(authority, at).follow(accepted);
    }

    private Decision<Case> authorise(Case chosen, Agreement agreement, Decision.Accepted<Case> accepted) {
        int days = policies.highest(PolicyRule.BuyerAnswers.class).map(found -> found.rule().sendBackDays())
                .orElse(SEND_BACK_DAYS);
        var remedy = agreement.remedy();
        var plan = new GoodsReturn(warehouse(chosen), Term.Counting.plain(policies.zone()).after(at, days).until(),
                remedy.freightBy() == null ? FreightPayer.BUYER : remedy.freightBy(), null, null, null);
        var authorised = new CaseEvent.ReturnAuthorised(chosen.shop(), chosen.id(), chosen.order().buyer(),
                chosen.order().orderId(), Actor.system("return"), remedy.remedyId(),
                chosen.lines().stream().filter(line -> line.custody() == Custody.ANNOUNCED).map(CaseLine::units)
                        .toList(),
                plan.warehouse(), plan.sendBackBy(), plan.freightBy(), agreement.citations());
        return Decision.accept(chosen.change(next -> next.goodsReturn = plan), accepted.events().toArray())
                .with(authorised);
    }

    private String warehouse(Case chosen) {
        return chosen.order().lines().stream().filter(line -> chosen.line(line.lineId()).isPresent())
                .map(line -> line.warehouse() == null ? warehouse : line.warehouse()).findFirst().orElse(warehouse);
    }

    /** The buyer wants none of them; back to the agent, with the counter-wish. */
    static Decision<Case> refuseAll(Case theCase, Request counterWish) {
        var proposal = theCase.proposal();
        if (proposal == null || !Possible.is(CaseAction.REFUSAL, theCase))
            return Decision.reject(Possible.notNow(CaseAction.REFUSAL, theCase));
        return switch (Opening.join(theCase, counterWish)) {
            case Decision.Rejected<Case> rejected -> rejected;
            case Decision.Accepted<Case> joined -> Decision.accept(joined.aggregate().change(next -> {
                next.become(CaseState.OPENED);
                next.proposal = null;
            }), new CaseEvent.RemediesRefused(theCase.shop(), theCase.id(), theCase.order().buyer(),
                    theCase.order().orderId(), proposal.remedies().stream().map(Remedy::remedyId).toList()));
        };
    }
}
