package io.shopcare.aftersale.cases;

import java.util.ArrayList;
import java.util.List;

import io.shopcare.aftersale.policies.Coded;

/** Something that arrived otherwise than was said; the agent decides what follows (A7). */
public record Difference(String lineId, Kind kind, int units) {

    /** In which way. */
    public enum Kind implements Coded {
        SHORT, EMPTY, WRONG_GOODS, NOT_INTACT
    }

    /** All of a case; none before its goods are inspected. */
    public static List<Difference> in(Case theCase) {
        var found = new ArrayList<Difference>();
        for (var line : theCase.lines())
            if (line.custody().isSettled())
                look(theCase, line, found);
        return found;
    }

    private static void look(Case theCase, CaseLine line, List<Difference> found) {
        if (line.arrived() < line.quantity())
            found.add(new Difference(line.lineId(), Kind.SHORT, line.quantity() - line.arrived()));
        for (var units : line.graded())
            switch (units.grade()) {
                case AS_NEW -> {
                }
                case EMPTY -> found.add(new Difference(line.lineId(), Kind.EMPTY, units.quantity()));
                case WRONG_GOODS -> found.add(new Difference(line.lineId(), Kind.WRONG_GOODS, units.quantity()));
                case OPENED, WORN, DAMAGED -> {
                    if (breaksIntactness(theCase, line, units.grade()))
                        found.add(new Difference(line.lineId(), Kind.NOT_INTACT, units.quantity()));
                }
            }
    }

    /** Goods that were at fault need not be intact; opening to look breaks only a one-time seal (R4). */
    private static boolean breaksIntactness(Case theCase, CaseLine line, Grade grade) {
        if (theCase.reason().isFaultOfTheGoods())
            return false;
        boolean sealed = theCase.order().line(line.lineId())
                .filter(ordered -> ordered.terms().intact().equals("one-time-seal")).isPresent();
        return grade != Grade.OPENED || sealed;
    }
}
