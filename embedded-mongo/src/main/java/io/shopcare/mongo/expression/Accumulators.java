package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Total;
import io.shopcare.mongo.values.Values;

/** The accumulators of one value per document. */
public final class Accumulators {
    static final Map<String, Supplier<Accumulator>> TABLE = Map.ofEntries(Map.entry("$sum", Accumulators::sum),
            Map.entry("$avg", Accumulators::average), Map.entry("$min", () -> best(-1)),
            Map.entry("$max", () -> best(1)), Map.entry("$first", Accumulators::first),
            Map.entry("$last", Accumulators::last), Map.entry("$push", Accumulators::push),
            Map.entry("$addToSet", Accumulators::distinct), Map.entry("$mergeObjects", Accumulators::merge),
            Map.entry("$stdDevPop", () -> deviation(0)), Map.entry("$stdDevSamp", () -> deviation(1)));

    private Accumulators() {}

    /** An accumulator as a fold: a start, a step, and the state is the result. */
    private static Accumulator folding(@Nullable Object start,
            BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> step) {
        return new Accumulator() {
            private @Nullable Object state = start;

            @Override
            public void add(@Nullable Object value) {
                state = step.apply(state, value);
            }

            @Override
            public @Nullable Object result() {
                return state;
            }
        };
    }

    private static Accumulator sum() {
        Total total = new Total();
        return collecting(value -> addTo(total, value), total::result);
    }

    private static Accumulator average() {
        Total total = new Total();
        return collecting(value -> addTo(total, value), () -> total.count() == 0 ? null : total.mean());
    }

    private static void addTo(Total total, @Nullable Object value) {
        if (value instanceof Number number) {
            total.add(number);
        }
    }

    private static Accumulator best(int sign) {
        return folding(null, (best, value) -> Values.isNullish(value)
                ? best
                : best == null || sign * BsonOrder.ASCENDING.compare(value, best) > 0 ? value : best);
    }

    private static Accumulator first() {
        return new Accumulator() {
            private @Nullable Object first = Missing.getInstance();
            private boolean seen;

            @Override
            public void add(@Nullable Object value) {
                if (!seen) {
                    seen = true;
                    first = BsonOrder.missingAsNull(value);
                }
            }

            @Override
            public @Nullable Object result() {
                return BsonOrder.missingAsNull(first);
            }
        };
    }

    private static Accumulator last() {
        return folding(null, (last, value) -> BsonOrder.missingAsNull(value));
    }

    private static Accumulator push() {
        List<@Nullable Object> all = new ArrayList<>();
        return collecting(value -> {
            if (!(value instanceof Missing)) {
                all.add(value);
            }
        }, () -> all);
    }

    private static Accumulator distinct() {
        Set<@Nullable Object> seen = new TreeSet<>(BsonOrder.ASCENDING);
        List<@Nullable Object> all = new ArrayList<>();
        return collecting(value -> {
            if (!(value instanceof Missing) && seen.add(value)) {
                all.add(value);
            }
        }, () -> all);
    }

    private static Accumulator merge() {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        return collecting(value -> {
            if (value instanceof Document document) {
                merged.putAll(document);
            } else if (!Values.isNullish(value)) {
                throw Code.location(40400, "$mergeObjects requires object inputs, but input " + Values.show(value)
                        + " is of type " + Kind.nameOf(value));
            }
        }, () -> new Document(merged));
    }

    private static Accumulator deviation(int lessThanAll) {
        List<Double> numbers = new ArrayList<>();
        return collecting(value -> {
            if (value instanceof Number number) {
                numbers.add(Numbers.toDouble(number));
            }
        }, () -> {
            if (numbers.size() <= lessThanAll) {
                return null;
            }
            double mean = numbers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            double squares = numbers.stream().mapToDouble(number -> (number - mean) * (number - mean)).sum();
            return Math.sqrt(squares / (numbers.size() - lessThanAll));
        });
    }

    interface Result {
        @Nullable
        Object get();
    }

    interface Step {
        void accept(@Nullable Object value);
    }

    static Accumulator collecting(Step step, Result result) {
        return new Accumulator() {
            @Override
            public void add(@Nullable Object value) {
                step.accept(value);
            }

            @Override
            public @Nullable Object result() {
                return result.get();
            }
        };
    }
}
