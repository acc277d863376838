package io.shopcare.mongo.expression;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Missing;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** Accumulators used as expressions: over the operands, or over the elements of a single array. */
final class Summaries {
    private Summaries() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        for (String name : List.of("$sum", "$avg", "$min", "$max", "$stdDevPop", "$stdDevSamp")) {
            table.put(name, Operator.of(0, Operator.ANY, Summaries::summarize));
        }
        table.put("$first", Operator.of(1, o -> o.anyNull() ? null : ArrayValues.elementAt(o.array(0, 28689), 0)));
        table.put("$last", Operator.of(1, o -> o.anyNull() ? null : ArrayValues.elementAt(o.array(0, 28689), -1)));
        for (String name : List.of("$firstN", "$lastN", "$minN", "$maxN")) {
            table.put(name, Operator.named(Set.of("n", "input"), Set.of(), Summaries::several));
        }
        return table;
    }

    private static @Nullable Object summarize(Operands operands) {
        Collection<?> values = operands.size() == 1 && operands.get(0) instanceof Collection<?> items
                ? items
                : operands.values();
        Accumulator accumulator = Objects.requireNonNull(Accumulators.TABLE.get(operands.operator())).get();
        values.forEach(accumulator::add);
        return accumulator.result();
    }

    private static Object several(Arguments arguments) {
        int count = count(arguments.get("n"));
        if (!(arguments.get("input") instanceof Collection<?> items)) {
            throw Code.location(5788200, arguments.operator() + " requires 'input' to be an array, found: "
                    + Kind.nameOf(arguments.get("input")));
        }
        return several(arguments.operator(), Values.list(items), count);
    }

    static int count(@Nullable Object n) {
        return Numbers.whole(n).filter(whole -> whole > 0).map(Long::intValue)
                .orElseThrow(() -> Code.location(5787908, "'n' must be greater than 0, found " + Values.show(n)));
    }

    static List<@Nullable Object> several(String operator, List<@Nullable Object> items, int count) {
        int size = items.size();
        return switch (operator) {
            case "$firstN" -> items.subList(0, Math.min(count, size));
            case "$lastN" -> items.subList(Math.max(0, size - count), size);
            case "$minN" -> items.stream().filter(Summaries::present).sorted(BsonOrder.ASCENDING).limit(count).toList();
            default -> items.stream().filter(Summaries::present).sorted(BsonOrder.ASCENDING.reversed()).limit(count)
                    .toList();
        };
    }

    private static boolean present(@Nullable Object value) {
        return value != null && !(value instanceof Missing);
    }
}
