package io.shopcare.order.parcels;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an inspector found: every SKU that was expected or scanned, with both counts. */
public record Inspection(String inspector, List<Unit> units) {

    /** Units of one SKU; one that was not expected has {@code expected} 0. */
    public record Unit(String sku, int expected, int scanned) {
        boolean isRight() {
            return expected == scanned;
        }
    }

    public Inspection {
        units = List.copyOf(units);
    }

    static Inspection of(String inspector, Map<String, Integer> expected, List<ScannedUnit> scanned) {
        var found = new TreeMap<String, Integer>();
        scanned.forEach(unit -> found.merge(unit.sku(), unit.quantity(), Math::addExact));
        Set<String> skus = new TreeSet<>(expected.keySet());
        skus.addAll(found.keySet());
        return new Inspection(inspector, skus.stream()
                .map(sku -> new Unit(sku, expected.getOrDefault(sku, 0), found.getOrDefault(sku, 0)))
                .filter(unit -> unit.expected() > 0 || unit.scanned() > 0).toList());
    }

    /** Whether everything is there, and nothing else. */
    public boolean isRight() {
        return units.stream().allMatch(Unit::isRight);
    }
}
