package io.shopcare.aftersale.cases;

import java.util.Set;

/** What happens to the money of a line. */
public enum LineMoney implements Facet<LineMoney> {
    NONE, DUE, ASKED, IN_DOUBT, REFUNDED, REFUSED;

    @Override
    public Set<LineMoney> next() {
        return switch (this) {
            // straight to refunded when order-service tells of a refund that this case had not asked for
            case NONE -> Set.of(DUE, REFUNDED);
            case DUE -> Set.of(ASKED, NONE, REFUNDED);
            case ASKED -> Set.of(IN_DOUBT, REFUNDED, REFUSED);
            case IN_DOUBT -> Set.of(REFUNDED, REFUSED);
            // asked: the same request is tried again; in doubt: it was, and nobody knows
            case REFUSED -> Set.of(DUE, ASKED, IN_DOUBT, NONE, REFUNDED);
            case REFUNDED -> Set.of();
        };
    }

    /** Whether order-service has it in hand. */
    boolean isUnderWay() {
        return this == ASKED || this == IN_DOUBT;
    }
}
