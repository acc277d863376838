package io.shopcare.aftersale.cases;

import java.util.Set;

import io.shopcare.aftersale.policies.Coded;
import io.shopcare.aftersale.policies.Reason;

import static io.shopcare.aftersale.policies.Reason.*;

/** What the buyer asks for; each kind takes its own reasons (A1). */
public enum CaseKind implements Coded {
    /** The goods have not come. */
    REFUND_NOT_RECEIVED(Set.of(NOT_SHIPPED, COURIER_TROUBLE, EMPTY_OR_SHORT, LATE, ORDERED_TWICE, UNWANTED, OTHER)),
    /** The goods are kept. */
    REFUND_ONLY(Set.of(EMPTY_OR_SHORT, LATE, WRONG_GOODS, QUALITY, NOT_AS_DESCRIBED, MISSING_GIFT, OTHER)),
    /** The goods come back. */
    RETURN_AND_REFUND(Set.of(LATE, WRONG_GOODS, ORDERED_TWICE, UNWANTED, QUALITY, NOT_AS_DESCRIBED, OTHER));

    private final Set<Reason> reasons;

    CaseKind(Set<Reason> reasons) {
        this.reasons = reasons;
    }

    /** Reasons that a buyer may give. */
    public Set<Reason> reasons() {
        return reasons;
    }
}
