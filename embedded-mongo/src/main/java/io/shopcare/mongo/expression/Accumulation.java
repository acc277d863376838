package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.query.SortOrder;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;

/** One computed field of a group: what is taken of each document, and how it is gathered. */
public record Accumulation(Expression input, Supplier<Accumulator> fresh) {

    public static Accumulation parse(String field, @Nullable Object spec, Names names) {
        if (!(spec instanceof Document document) || document.isEmpty()) {
            throw Code.location(40234, "The field '" + field + "' must be an accumulator object");
        }
        if (document.size() != 1) {
            throw Code.location(40238, "The field '" + field + "' must specify one accumulator");
        }
        if (field.contains(".")) {
            throw Code.location(40235, "The field name '" + field + "' cannot contain '.'");
        }
        String name = document.keySet().iterator().next();
        Object argument = document.get(name);
        Supplier<Accumulator> simple = Accumulators.TABLE.get(name);
        if (simple != null) {
            Object source = argument instanceof List<?> one && one.size() == 1 ? one.get(0) : argument;
            return new Accumulation(Expression.parse(source, names), simple);
        }
        return switch (name) {
            case "$count" -> count(field, argument);
            case "$firstN", "$lastN", "$minN", "$maxN" -> several(name, argument, names);
            case "$top", "$bottom" -> ranked(name, argument, names, Set.of("sortBy", "output"));
            case "$topN", "$bottomN" -> ranked(name, argument, names, Set.of("n", "sortBy", "output"));
            default -> throw Code.location(15952, "unknown group operator '" + name + "'");
        };
    }

    private static Accumulation count(String field, @Nullable Object argument) {
        if (!(argument instanceof Document document) || !document.isEmpty()) {
            throw Code.TYPE_MISMATCH.error("$count takes no arguments, i.e. $count:{} (field '" + field + "')");
        }
        return new Accumulation(Expression.constant(1), sum());
    }

    private static Supplier<Accumulator> sum() {
        return Objects.requireNonNull(Accumulators.TABLE.get("$sum"));
    }

    private static int n(Document fields, Names names) {
        return Summaries.count(Expression.parse(fields.get("n"), names).evaluate(new Document()));
    }

    private static Accumulation several(String name, @Nullable Object argument, Names names) {
        Document fields = Operator.fields(name, argument, Set.of("n", "input"), Set.of());
        int count = n(fields, names);
        return new Accumulation(Expression.parse(fields.get("input"), names), () -> {
            List<@Nullable Object> all = new ArrayList<>();
            return Accumulators.collecting(value -> all.add(BsonOrder.missingAsNull(value)),
                    () -> Summaries.several(name, all, count));
        });
    }

    private record Ranked(Document document, @Nullable Object output) {}

    private static Accumulation ranked(String name, @Nullable Object argument, Names names, Set<String> required) {
        Document fields = Operator.fields(name, argument, required, Set.of());
        boolean single = !name.endsWith("N");
        int count = single ? 1 : n(fields, names);
        boolean top = name.startsWith("$top");
        if (!(fields.get("sortBy") instanceof Document by)) {
            throw Code.location(10065, "invalid parameter: expected an object (sortBy)");
        }
        SortOrder order = SortOrder.parse(by);
        Expression output = Expression.parse(fields.get("output"), names);
        return new Accumulation(scope -> new Ranked(scope.root(), BsonOrder.missingAsNull(output.evaluate(scope))),
                () -> {
                    List<Ranked> all = new ArrayList<>();
                    return Accumulators.collecting(value -> all.add((Ranked) Objects.requireNonNull(value)), () -> {
                        all.sort((one, other) -> order.compare(one.document(), other.document()));
                        int size = all.size();
                        List<Ranked> chosen = top
                                ? all.subList(0, Math.min(count, size))
                                : all.subList(Math.max(0, size - count), size);
                        List<@Nullable Object> outputs = new ArrayList<>();
                        chosen.forEach(ranked -> outputs.add(ranked.output()));
                        return single ? (outputs.isEmpty() ? null : outputs.getFirst()) : outputs;
                    });
                });
    }
}
