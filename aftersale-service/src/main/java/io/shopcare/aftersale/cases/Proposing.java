package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.orders.OrderCopy;
import io.shopcare.aftersale.policies.Citation;
import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.PolicyRule;
import io.shopcare.aftersale.policies.Term;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.RejectedException;
import io.shopcare.platform.store.Rejection;

/**
 * The question whether an agent may offer these remedies: two or more, or fewer with a reason (A6).
 *
 * @param batch        from which the ids of the remedies derive
 * @param beyond       why the agent goes beyond the rules; null when not
 * @param order        as order-service says now, or null when it can't be asked
 * @param elsewhere    money by line that other cases have promised
 * @param isSupervisor whose authority has no limit here
 */
public record Proposing(String batch, List<RemedyWish> wishes, @Nullable FewerReason fewer, @Nullable String beyond,
        @Nullable OrderCopy order, Map<String, Money> elsewhere, Policies policies, Authority authority,
        boolean isSupervisor, Actor by, Instant at) {
    private static final int ENOUGH = 2;
    private static final int CHOOSE_DAYS = 7;

    Decision<Case> decide(Case theCase) {
        if (!Possible.is(CaseAction.REMEDIES, theCase))
            return Decision.reject(Possible.notNow(CaseAction.REMEDIES, theCase));
        try {
            var current = order == null ? theCase : theCase.change(next -> next.order = order);
            return offered(theCase, current);
        } catch (RejectedException e) {
            return Decision.reject(e.rejection());
        }
    }

    private Decision<Case> offered(Case before, Case current) {
        var pricing = new Pricing(current, policies, elsewhere, order != null);
        var remedies = new ArrayList<Remedy>();
        for (int i = 0; i < wishes.size(); i++) {
            var remedy = pricing.price(Ids.derived("remedy", batch, Integer.toString(i)), wishes.get(i));
            refuseWhatIsBeyond(remedy, pricing);
            if (remedies.stream().noneMatch(remedy::isLike))
                remedies.add(remedy);
        }
        if (remedies.size() < ENOUGH && fewer == null)
            return Decision.reject(Rejection.rule("too-few-remedies"));
        var proposal = new Proposal(remedies, citations(current, remedies), remedies.size() < ENOUGH ? fewer : null,
                remedies.stream().anyMatch(Remedy::beyondRule) ? beyond : null, chooseBy(), by, at);
        return Decision.accept(current.change(next -> {
            next.become(CaseState.PROPOSED);
            next.proposal = proposal;
            next.agreement = null;
            next.lines(line -> line.money() == LineMoney.DUE || line.money() == LineMoney.REFUSED,
                    line -> line.with(LineMoney.NONE));
        }), new CaseEvent.RemediesProposed(before.shop(), before.id(), before.order().buyer(),
                before.order().orderId(), remedies.stream().map(CaseEvent.Offer::of).toList(), proposal.citations(),
                proposal.fewer(), proposal.chooseBy()));
    }

    /** An agent may go beyond the rule with a reason, within their authority; above it a supervisor may (A3). */
    private void refuseWhatIsBeyond(Remedy remedy, Pricing pricing) {
        if (!remedy.beyondRule())
            return;
        if (beyond == null)
            throw new RejectedException(pricing.whyBeyond(remedy));
        if (!isSupervisor && !authority.covers(remedy.amount()))
            throw new RejectedException(
                    Rejection.forbidden("above-authority"));
    }

    private List<Citation> citations(Case current, List<Remedy> remedies) {
        var byAgreement = remedies.stream().anyMatch(remedy -> remedy.beyondRule() || !remedy.kind().isInFull())
                ? policies.all(PolicyRule.ByAgreement.class).stream().map(Policies.Found::citation)
                : Stream.<Citation>empty();
        return Stream.concat(Rights.citations(current.rights(policies)).stream(), byAgreement).distinct().toList();
    }

    private Instant chooseBy() {
        int days = policies.highest(PolicyRule.BuyerAnswers.class).map(found -> found.rule().chooseDays())
                .orElse(CHOOSE_DAYS);
        return Term.Counting.plain(policies.zone()).after(at, days).until();
    }
}
