package io.shopcare.aftersale.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shopcare.aftersale.orders.OrderLine;
import io.shopcare.aftersale.policies.Citation;
import io.shopcare.aftersale.policies.Policies;
import io.shopcare.aftersale.policies.PolicyCheck;
import io.shopcare.aftersale.policies.ReturnAnswer;
import io.shopcare.aftersale.policies.ReturnQuestion;
import io.shopcare.aftersale.policies.ReturnTerms;

/** Puts the policy question for each line of a case. */
final class Rights {
    private Rights() {}

    static Map<String, ReturnAnswer> of(Case theCase, Policies policies) {
        var answers = new LinkedHashMap<String, ReturnAnswer>();
        for (var line : theCase.lines())
            theCase.order().line(line.lineId()).ifPresent(
                    ordered -> answers.put(line.lineId(), PolicyCheck.of(policies, question(theCase, ordered))));
        return answers;
    }

    static List<Citation> citations(Map<String, ReturnAnswer> rights) {
        return rights.values().stream().flatMap(answer -> answer.citations().stream()).distinct().toList();
    }

    private static ReturnQuestion question(Case theCase, OrderLine ordered) {
        var verified = theCase.verification();
        Set<String> broken = verified == null
                ? Set.of()
                : Set.copyOf(verified.broken().getOrDefault(ordered.lineId(), List.of()));
        return new ReturnQuestion(theCase.reason(), theCase.openedAt(), ordered.shipped() > 0, ordered.receivedAt(),
                terms(theCase, ordered), broken);
    }

    /** Proof that an agent found counts like the confirmation that order-service knows of (R3). */
    private static ReturnTerms terms(Case theCase, OrderLine ordered) {
        var verified = theCase.verification();
        var terms = ordered.terms();
        if (verified == null || terms.confirmedAt() != null
                || !verified.confirmedExceptions().contains(ordered.lineId()))
            return terms;
        return new ReturnTerms(terms.excluded(), terms.conditional(), theCase.order().placedAt(), terms.intact(),
                terms.days());
    }
}
