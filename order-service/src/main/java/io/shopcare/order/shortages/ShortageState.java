package io.shopcare.order.shortages;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far a shortage is. Whatever is chosen, the order goes on by itself when its goods come in before. */
public enum ShortageState implements FacetState<ShortageState> {
    /** Nobody has chosen. */
    OPEN,
    /** The buyer waits for the goods. */
    WAITING,
    /** What was chosen is being carried out. */
    SETTLING,
    /** Nothing is missing any more, or nothing is wanted. */
    SETTLED;

    @Override
    public Set<ShortageState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(WAITING, SETTLING, SETTLED);
            case WAITING -> EnumSet.of(SETTLING, SETTLED);
            case SETTLING -> EnumSet.of(OPEN, SETTLED);
            case SETTLED -> EnumSet.of(OPEN);
        };
    }
}
