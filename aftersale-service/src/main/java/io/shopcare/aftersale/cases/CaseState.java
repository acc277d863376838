package io.shopcare.aftersale.cases;

import java.util.Set;

/** How far the parties are. What happens to goods and money is told by facets of their own, per line. */
public enum CaseState implements Facet<CaseState> {
    OPENED, PROPOSED, AGREED, RESOLVED, CLOSED;

    @Override
    public Set<CaseState> next() {
        return switch (this) {
            case OPENED -> Set.of(PROPOSED, RESOLVED);
            case PROPOSED -> Set.of(OPENED, AGREED, RESOLVED);
            // back to a proposal when what arrived was not what was said, or the refund failed
            case AGREED -> Set.of(PROPOSED, RESOLVED);
            case RESOLVED -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }

    /** Whether the parties still have something to settle. */
    public boolean isOpen() {
        return this != RESOLVED && this != CLOSED;
    }
}
