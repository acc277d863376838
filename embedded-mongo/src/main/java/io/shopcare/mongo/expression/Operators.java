package io.shopcare.mongo.expression;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All operators that are understood; one that is not here is refused. */
final class Operators {
    static final Map<String, Operator> TABLE = table();

    private Operators() {}

    private static Map<String, Operator> table() {
        Map<String, Operator> table = new HashMap<>();
        List.of(Arithmetic.operators(), Comparisons.operators(), Conditionals.operators(), ArrayValues.operators(),
                ArrayLoops.operators(), Sets.operators(), Strings.operators(), RegexOperators.operators(),
                ObjectValues.operators(), Conversions.operators(), DateParts.operators(), DateArithmetic.operators(),
                DateText.operators(), Summaries.operators()).forEach(table::putAll);
        return Collections.unmodifiableMap(table);
    }

    static Set<String> names() {
        return TABLE.keySet();
    }
}
