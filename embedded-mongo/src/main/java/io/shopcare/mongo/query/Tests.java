package io.shopcare.mongo.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.query.Predicate.Test;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Regex;
import io.shopcare.mongo.values.Values;

/** What the operators of a query ask of a single value. */
final class Tests {
    private Tests() {}

    static Test equal(@Nullable Object wanted) {
        return (value, trace) -> BsonOrder.equal(BsonOrder.missingAsNull(value), wanted);
    }

    static Test present() {
        return (value, trace) -> !(value instanceof Missing);
    }

    /** Only values of the same type compare, except with MinKey and MaxKey; NaN equals only itself. */
    static Test comparison(String operator, @Nullable Object bound) {
        IntPredicate accepted = switch (operator) {
            case "$gt" -> result -> result > 0;
            case "$gte" -> result -> result >= 0;
            case "$lt" -> result -> result < 0;
            default -> result -> result <= 0;
        };
        boolean extreme = bound instanceof MinKey || bound instanceof MaxKey;
        boolean nan = Numbers.isNaN(bound);
        return (value, trace) -> {
            Object seen = BsonOrder.missingAsNull(value);
            if (!extreme && Kind.of(seen).rank() != Kind.of(bound).rank()) {
                return false;
            }
            boolean comparable = Numbers.isNaN(seen) == nan;
            return comparable && accepted.test(BsonOrder.ASCENDING.compare(seen, bound));
        };
    }

    static Test anyOf(String operator, @Nullable Object argument) {
        if (!(argument instanceof Collection<?> wanted)) {
            throw Code.BAD_VALUE.error(operator + " needs an array");
        }
        TreeSet<@Nullable Object> values = new TreeSet<>(BsonOrder.ASCENDING);
        List<Test> patterns = new ArrayList<>();
        for (Object value : wanted) {
            if (value instanceof Document document && FieldParser.isOperators(document)) {
                throw Code.BAD_VALUE.error("cannot nest $ under " + operator);
            }
            if (value instanceof BsonRegularExpression regex) {
                patterns.add(regex(regex));
            } else {
                values.add(value);
            }
        }
        return (value, trace) -> values.contains(BsonOrder.missingAsNull(value))
                || patterns.stream().anyMatch(pattern -> pattern.test(value, trace));
    }

    static Test regex(BsonRegularExpression regex) {
        Pattern pattern = Regex.compile(regex.getPattern(), regex.getOptions());
        return (value, trace) -> value instanceof String text
                ? pattern.matcher(text).find()
                : value instanceof BsonRegularExpression && BsonOrder.equal(value, regex);
    }

    static Test modulo(@Nullable Object argument) {
        if (!(argument instanceof List<?> two)) {
            throw Code.BAD_VALUE.error("malformed mod, needs to be an array");
        }
        if (two.size() != 2) {
            throw Code.BAD_VALUE.error("malformed mod, " + (two.size() < 2 ? "not enough" : "too many") + " elements");
        }
        if (!(two.get(0) instanceof Number divisor) || !(two.get(1) instanceof Number remainder)) {
            throw Code.BAD_VALUE.error("malformed mod, divisor and remainder must be numbers");
        }
        if (divisor.longValue() == 0) {
            throw Code.BAD_VALUE.error("divisor cannot be 0");
        }
        return (value, trace) -> value instanceof Number number && Double.isFinite(Numbers.toDouble(number))
                && Numbers.decimal(number).longValue() % divisor.longValue() == remainder.longValue();
    }

    static Test size(@Nullable Object argument) {
        long size = Numbers.whole(argument).orElseThrow(() -> Code.BAD_VALUE.error(
                "Failed to parse $size. Expected an integer in: $size: " + Values.show(argument)));
        if (size < 0) {
            throw Code.BAD_VALUE.error("Failed to parse $size. Expected a non-negative number in: $size: " + size);
        }
        return (value, trace) -> value instanceof Collection<?> items && items.size() == size;
    }

    static Test anyElement(Test element) {
        return (value, trace) -> {
            if (value instanceof List<?> items) {
                for (int i = 0; i < items.size(); i++) {
                    if (element.test(items.get(i), trace)) {
                        trace.matchedAt(i);
                        return true;
                    }
                }
            }
            return false;
        };
    }
}
