package io.shopcare.order.trials;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.orders.Verdict;

/**
 * What came of the orders so far.
 *
 * @param looked    orders that the audit had decided in the window
 * @param heldThen  of those, held by the rules of their time
 * @param heldNow   would be held by the rules on trial
 * @param onlyThen  were held, and would go through
 * @param onlyNow   went through, and would be held
 * @param warned    would go through with a warning
 * @param rules     what each rule would say, by its name
 */
record Tally(long looked, long heldThen, long heldNow, long onlyThen, long onlyNow, long warned,
        Map<String, Count> rules) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, Map.of());

    /** How often a rule says what. */
    record Count(long pass, long warn, long hold) {
        static final Count NONE = new Count(0, 0, 0);

        Count with(Verdict verdict) {
            return switch (verdict) {
                case PASS -> new Count(pass + 1, warn, hold);
                case WARN -> new Count(pass, warn + 1, hold);
                case HOLD -> new Count(pass, warn, hold + 1);
            };
        }
    }

    Tally {
        rules = Map.copyOf(rules);
    }

    /** The same with one more order. */
    Tally with(boolean wasHeld, List<Finding> findings) {
        boolean isHeld = any(findings, Verdict.HOLD);
        var counts = new TreeMap<>(rules);
        findings.forEach(finding -> counts.put(finding.rule(),
                counts.getOrDefault(finding.rule(), Count.NONE).with(finding.verdict())));
        return new Tally(looked + 1, heldThen + one(wasHeld), heldNow + one(isHeld), onlyThen + one(wasHeld && !isHeld),
                onlyNow + one(!wasHeld && isHeld), warned + one(!isHeld && any(findings, Verdict.WARN)), counts);
    }

    static boolean any(List<Finding> findings, Verdict verdict) {
        return findings.stream().anyMatch(finding -> finding.verdict() == verdict);
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
