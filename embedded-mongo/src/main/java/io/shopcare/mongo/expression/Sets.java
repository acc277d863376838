package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Values;

/** Arrays as sets: order and repetition do not count. */
final class Sets {
    private Sets() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$setUnion", Operator.of(0, Operator.ANY, o -> {
            if (o.anyNull()) {
                return null;
            }
            Set<@Nullable Object> union = set();
            o.values().forEach(value -> union.addAll(of(o, value, 17043)));
            return new ArrayList<>(union);
        }));
        table.put("$setIntersection", Operator.of(0, Operator.ANY, Sets::intersection));
        table.put("$setDifference", Operator.of(2, o -> {
            if (o.anyNull()) {
                return null;
            }
            Set<@Nullable Object> excluded = new TreeSet<>(BsonOrder.ASCENDING);
            excluded.addAll(of(o, o.get(1), 17049));
            List<@Nullable Object> rest = new ArrayList<>();
            for (Object item : o.array(0, 17048)) {
                if (excluded.add(item)) {
                    rest.add(item);
                }
            }
            return rest;
        }));
        table.put("$setEquals", Operator.of(2, Operator.ANY, o -> {
            Set<@Nullable Object> first = of(o, o.get(0), 17044);
            return o.values().stream().allMatch(value -> same(first, of(o, value, 17044)));
        }));
        table.put("$setIsSubset", Operator.of(2, o -> of(o, o.get(1), 17042).containsAll(of(o, o.get(0), 17046))));
        table.put("$anyElementTrue", Operator.of(1, o -> o.array(0, 17041).stream().anyMatch(Values::isTrue)));
        table.put("$allElementsTrue", Operator.of(1, o -> o.array(0, 17040).stream().allMatch(Values::isTrue)));
        return table;
    }

    private static Set<@Nullable Object> set() {
        return new TreeSet<>(BsonOrder.ASCENDING);
    }

    private static boolean same(Set<@Nullable Object> one, Set<@Nullable Object> other) {
        return one.size() == other.size() && one.containsAll(other);
    }

    private static Set<@Nullable Object> of(Operands operands, @Nullable Object value, int code) {
        if (!(value instanceof Collection<?> items)) {
            throw Code.location(code,
                    "All operands of " + operands.operator() + " must be arrays. One argument is of type: "
                            + Kind.nameOf(value));
        }
        Set<@Nullable Object> set = set();
        set.addAll(items);
        return set;
    }

    private static @Nullable Object intersection(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        Set<@Nullable Object> common = set();
        for (int i = 0; i < operands.size(); i++) {
            Set<@Nullable Object> next = of(operands, operands.get(i), 17047);
            if (i == 0) {
                common.addAll(next);
            } else {
                common.retainAll(next);
            }
        }
        return new ArrayList<>(common);
    }
}
