package io.shopcare.aftersale.cases;

import java.util.Set;

/** Where the goods of a line are on their way back. */
public enum Custody implements Facet<Custody> {
    NOT_ANNOUNCED, ANNOUNCED, ON_THE_WAY, RECEIVED, INSPECTED, DISPOSED, NEVER_CAME;

    @Override
    public Set<Custody> next() {
        return switch (this) {
            case NOT_ANNOUNCED -> Set.of(ANNOUNCED);
            // nobody told of the parcel, and yet it came; or the return was given up
            case ANNOUNCED -> Set.of(ON_THE_WAY, RECEIVED, NEVER_CAME, NOT_ANNOUNCED);
            case ON_THE_WAY -> Set.of(RECEIVED, NEVER_CAME);
            case RECEIVED -> Set.of(INSPECTED);
            case INSPECTED -> Set.of(DISPOSED);
            case DISPOSED -> Set.of();
            // turned up after all
            case NEVER_CAME -> Set.of(RECEIVED);
        };
    }

    /** Whether the buyer can still hand them over. */
    boolean isExpected() {
        return this == ANNOUNCED || this == ON_THE_WAY;
    }

    /** Whether the warehouse has said its last word. */
    boolean isSettled() {
        return this == INSPECTED || this == DISPOSED || this == NEVER_CAME;
    }
}
