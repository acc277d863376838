package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** {@code $map}, {@code $filter} and {@code $reduce}: an expression evaluated for each element. */
final class ArrayLoops {
    private ArrayLoops() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$map", ArrayLoops::map);
        table.put("$filter", ArrayLoops::filter);
        table.put("$reduce", ArrayLoops::reduce);
        return table;
    }

    private static Expression map(String name, @Nullable Object argument, Names names) {
        Document fields = Operator.fields(name, argument, Set.of("input", "in"), Set.of("as"));
        String element = fields.containsKey("as") ? String.valueOf(fields.get("as")) : "this";
        Expression input = Expression.parse(fields.get("input"), names);
        Expression body = Expression.parse(fields.get("in"), names.withLocal(element));
        return scope -> {
            List<@Nullable Object> items = items(name, 16883, input.evaluate(scope));
            if (items == null) {
                return null;
            }
            List<@Nullable Object> mapped = new ArrayList<>(items.size());
            items.forEach(item -> mapped.add(BsonOrder.missingAsNull(body.evaluate(scope.with(element, item)))));
            return mapped;
        };
    }

    private static Expression filter(String name, @Nullable Object argument, Names names) {
        Document fields = Operator.fields(name, argument, Set.of("input", "cond"), Set.of("as", "limit"));
        String element = fields.containsKey("as") ? String.valueOf(fields.get("as")) : "this";
        Expression input = Expression.parse(fields.get("input"), names);
        Expression condition = Expression.parse(fields.get("cond"), names.withLocal(element));
        Expression limit = Expression.parse(fields.get("limit"), names);
        return scope -> {
            List<@Nullable Object> items = items(name, 28651, input.evaluate(scope));
            if (items == null) {
                return null;
            }
            long most = Numbers.whole(limit.evaluate(scope)).orElse(Long.MAX_VALUE);
            if (most < 1) {
                throw Code.location(327392, "$filter: limit must be greater than 0, found: " + most);
            }
            List<@Nullable Object> kept = new ArrayList<>();
            for (Object item : items) {
                if (kept.size() < most && Values.isTrue(condition.evaluate(scope.with(element, item)))) {
                    kept.add(item);
                }
            }
            return kept;
        };
    }

    private static Expression reduce(String name, @Nullable Object argument, Names names) {
        Document fields = Operator.fields(name, argument, Set.of("input", "initialValue", "in"), Set.of());
        Expression input = Expression.parse(fields.get("input"), names);
        Expression initial = Expression.parse(fields.get("initialValue"), names);
        Expression body = Expression.parse(fields.get("in"), names.withLocal("this", "value"));
        return scope -> {
            List<@Nullable Object> items = items(name, 40080, input.evaluate(scope));
            if (items == null) {
                return null;
            }
            Object value = initial.evaluate(scope);
            for (Object item : items) {
                value = body.evaluate(scope.with("this", item).with("value", value));
            }
            return value;
        };
    }

    private static @Nullable List<@Nullable Object> items(String name, int code, @Nullable Object value) {
        if (Values.isNullish(value)) {
            return null;
        }
        if (value instanceof java.util.Collection<?> items) {
            return Values.list(items);
        }
        throw Code.location(code, "input to " + name + " must be an array not " + Kind.nameOf(value));
    }
}
