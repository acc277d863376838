package io.shopcare.aftersale.cases;

import java.util.Set;

import io.shopcare.aftersale.policies.Coded;

/** What can be asked of a case, named as its sub-resource; and who may ask. */
public enum CaseAction implements Coded {
    VERIFICATION(Roles.DESK), REMEDIES(Roles.DESK), CHOICE(Set.of("buyer")), REFUSAL(Set.of("buyer")),
    GOODS_SENT(Roles.BUYER_OR_DESK), GOODS_RECEIVED(Roles.WAREHOUSE), GRADING(Roles.WAREHOUSE), REFUND(Roles.DESK),
    REFUND_APPROVAL(Roles.APPROVERS), CLOSURE(Roles.BUYER_OR_DESK);

    private final Set<String> roles;

    CaseAction(Set<String> roles) {
        this.roles = roles;
    }

    /** Roles of the token that may. */
    public Set<String> roles() {
        return roles;
    }

    private static final class Roles {
        static final Set<String> DESK = Set.of("aftersales", "supervisor");
        static final Set<String> BUYER_OR_DESK = Set.of("buyer", "aftersales", "supervisor");
        static final Set<String> WAREHOUSE = Set.of("store-keeper", "inspector", "aftersales", "supervisor");
        static final Set<String> APPROVERS = Set.of("supervisor", "manager");
    }
}
