package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.query.SortOrder;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** Arrays as values: elements, parts, order. */
final class ArrayValues {
    private ArrayValues() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$arrayElemAt",
                Operator.of(2, o -> o.anyNull() ? null : elementAt(o.array(0, 28689), o.integer(1, 28690))));
        table.put("$concatArrays", Operator.of(0, Operator.ANY, ArrayValues::concat));
        table.put("$in", Operator.of(2, o -> {
            if (!(o.get(1) instanceof Collection<?> items)) {
                throw Code.location(40081,
                        "$in requires an array as a second argument, found: " + Kind.nameOf(o.get(1)));
            }
            return items.stream().anyMatch(item -> BsonOrder.equal(item, o.get(0)));
        }));
        table.put("$indexOfArray", Operator.of(2, 4, ArrayValues::indexOf));
        table.put("$isArray", Operator.of(1, o -> o.get(0) instanceof Collection));
        table.put("$range", Operator.of(2, 3, ArrayValues::range));
        table.put("$reverseArray", Operator.of(1, o -> o.anyNull() ? null : o.array(0, 34435).reversed()));
        table.put("$size", Operator.of(1, o -> o.array(0, 17124).size()));
        table.put("$slice", Operator.of(2, 3, ArrayValues::slice));
        table.put("$sortArray", Operator.named(Set.of("input", "sortBy"), Set.of(), ArrayValues::sort));
        table.put("$zip", Operator.named(Set.of("inputs"), Set.of("useLongestLength", "defaults"), ArrayValues::zip));
        return table;
    }

    static @Nullable Object elementAt(List<@Nullable Object> items, int index) {
        int position = index < 0 ? items.size() + index : index;
        return position < 0 || position >= items.size() ? Missing.getInstance() : items.get(position);
    }

    private static @Nullable Object concat(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : operands.values()) {
            if (!(value instanceof Collection<?> items)) {
                throw Code.location(28664, "$concatArrays only supports arrays, not " + Kind.nameOf(value));
            }
            all.addAll(items);
        }
        return all;
    }

    private static @Nullable Object indexOf(Operands operands) {
        if (Values.isNullish(operands.get(0))) {
            return null;
        }
        List<@Nullable Object> items = operands.array(0, 40090);
        int from = operands.size() > 2 ? operands.integer(2, 40096) : 0;
        int to = operands.size() > 3 ? Math.min(items.size(), operands.integer(3, 40096)) : items.size();
        for (int i = from; i < to; i++) {
            if (BsonOrder.equal(items.get(i), operands.get(1))) {
                return i;
            }
        }
        return -1;
    }

    private static Object range(Operands operands) {
        int from = operands.integer(0, 34444);
        int to = operands.integer(1, 34446);
        int step = operands.size() > 2 ? operands.integer(2, 34448) : 1;
        if (step == 0) {
            throw Code.location(34449, "$range requires a non-zero step value");
        }
        List<Integer> values = new ArrayList<>();
        for (long i = from; step > 0 ? i < to : i > to; i += step) {
            values.add((int) i);
        }
        return values;
    }

    private static @Nullable Object slice(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        List<@Nullable Object> items = operands.array(0, 28724);
        int first = operands.integer(1, 28726);
        if (operands.size() == 2) {
            return first < 0
                    ? items.subList(Math.max(0, items.size() + first), items.size())
                    : items.subList(0, Math.min(first, items.size()));
        }
        int count = operands.integer(2, 28728);
        if (count <= 0) {
            throw Code.location(28729, "Third argument to $slice must be positive: " + count);
        }
        int from = first < 0 ? Math.max(0, items.size() + first) : Math.min(first, items.size());
        return items.subList(from, (int) Math.min((long) from + count, items.size()));
    }

    private static @Nullable Object sort(Arguments arguments) {
        if (arguments.isNull("input")) {
            return null;
        }
        List<@Nullable Object> sorted = new ArrayList<>(arguments.array("input", 2942504));
        Object by = arguments.get("sortBy");
        if (by instanceof Document fields) {
            SortOrder order = SortOrder.parse(fields);
            sorted.sort((one, other) -> one instanceof Document left && other instanceof Document right
                    ? order.compare(left, right)
                    : order.compare(new Document(), new Document()));
        } else {
            boolean descending = Numbers.whole(by).filter(direction -> direction == -1).isPresent();
            sorted.sort(descending ? BsonOrder.ASCENDING.reversed() : BsonOrder.ASCENDING);
        }
        return sorted;
    }

    private static @Nullable Object zip(Arguments arguments) {
        List<@Nullable Object> inputs = arguments.array("inputs", 34461);
        if (inputs.stream().anyMatch(Values::isNullish)) {
            return null;
        }
        List<List<@Nullable Object>> arrays = new ArrayList<>();
        for (Object input : inputs) {
            if (!(input instanceof Collection<?> items)) {
                throw Code.location(34468, "$zip found a non-array expression in input: " + Values.show(input));
            }
            arrays.add(Values.list(items));
        }
        boolean longest = Values.isTrue(arguments.get("useLongestLength"));
        List<@Nullable Object> defaults = arguments.has("defaults") ? arguments.array("defaults", 34462) : List.of();
        List<Integer> sizes = arrays.stream().map(List::size).toList();
        int length = sizes.isEmpty() ? 0 : longest ? Collections.max(sizes) : Collections.min(sizes);
        List<@Nullable Object> zipped = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int column = 0; column < arrays.size(); column++) {
                boolean has = i < arrays.get(column).size();
                row.add(has ? arrays.get(column).get(i) : column < defaults.size() ? defaults.get(column) : null);
            }
            zipped.add(row);
        }
        return zipped;
    }
}
