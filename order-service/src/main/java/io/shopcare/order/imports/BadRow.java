package io.shopcare.order.imports;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row that could not be taken, and why. Holds nothing personal.
 *
 * @param line     in the file, from 1, the header counted
 * @param orderNo  the platform's number; null when the row names none
 * @param reason   code, section import of reasons.yaml
 * @param facts    that the reason quotes
 */
record BadRow(long line, @Nullable String orderNo, String reason, Map<String, String> facts) {
    BadRow {
        facts = Map.copyOf(facts);
    }

    /** Good in itself, but another row of its order is not. */
    static BadRow because(BadRow of, long line) {
        return new BadRow(line, of.orderNo, "row-of-order-bad", Map.of("line", Long.toString(of.line)));
    }
}
