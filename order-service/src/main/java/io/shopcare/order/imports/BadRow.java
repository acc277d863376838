package io.shopcare.order.imports;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Rejection;

/**
 * A row that could not be taken, and why. Holds nothing personal.
 *
 * @param line     in the file, from 1, the header counted
 * @param orderNo  the platform's number, or the code of a SKU or offer; null when the row names none
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

    /** Right in itself, and refused by what is there. */
    static BadRow refused(long line, String number, Rejection why) {
        return new BadRow(line, number, why.code(), why.facts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, fact -> String.valueOf(fact.getValue()))));
    }
}
