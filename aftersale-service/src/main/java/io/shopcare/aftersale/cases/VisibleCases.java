package io.shopcare.aftersale.cases;

import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** Buyers see their own cases, staff those of their shops; everything else is not there. */
public final class VisibleCases {
    private final AggregateStore<Case> cases;

    /** Over all cases. */
    public VisibleCases(AggregateStore<Case> cases) {
        this.cases = cases;
    }

    /** The case, for somebody who may see it. */
    public Stored<Case> find(String id, Person person) {
        return cases.find(id).filter(found -> isVisible(found.aggregate(), person))
                .orElseThrow(ProblemException::notFound);
    }

    /** That the person may see the case, and has a role for the action. */
    public Case require(String id, Person person, CaseAction action) {
        var found = find(id, person).aggregate();
        if (!mayDo(person, action))
            throw ProblemException.forbidden();
        return found;
    }

    static boolean mayDo(Person person, CaseAction action) {
        return action.roles().stream().anyMatch(person::has);
    }

    private static boolean isVisible(Case theCase, Person person) {
        var buyer = theCase.order().buyer();
        return person.worksIn(theCase.shop())
                || person.isBuyer(buyer.shop(), buyer.channel(), buyer.buyerId());
    }
}
