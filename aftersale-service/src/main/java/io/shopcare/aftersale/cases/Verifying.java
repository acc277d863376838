package io.shopcare.aftersale.cases;

import io.shopcare.aftersale.policies.Policies;
import io.shopcare.platform.store.Decision;

/** The question what an agent found. The buyer's reason stays as it was said. */
final class Verifying {
    private Verifying() {}

    static Decision<Case> decide(Case theCase, Verification found, Policies policies) {
        if (!Possible.is(CaseAction.VERIFICATION, theCase))
            return Decision.reject(Possible.notNow(CaseAction.VERIFICATION, theCase));
        var verified = theCase.change(next -> next.verification = found);
        var rights = verified.rights(policies);
        return Decision.accept(verified, new CaseEvent.Verified(theCase.shop(), theCase.id(), theCase.order().buyer(),
                theCase.order().orderId(), theCase.requests().getFirst().reason(), found.reason(),
                rights.entrySet().stream().map(right -> new CaseEvent.Right(right.getKey(),
                        right.getValue().eligible(), right.getValue().until(), right.getValue().freightBy())).toList(),
                Rights.citations(rights)));
    }
}
