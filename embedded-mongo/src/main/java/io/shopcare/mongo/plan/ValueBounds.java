package io.shopcare.mongo.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.KeyTag;
import io.shopcare.mongo.index.KeyWriter;

/** What one condition on a field says about its value; null when an index can do nothing with it. */
final class ValueBounds {

    private ValueBounds() {}

    static boolean isOperators(@Nullable Object value) {
        if (!(value instanceof Document document) || document.isEmpty()) {
            return false;
        }
        String first = document.keySet().iterator().next();
        return first.startsWith("$") && !first.equals("$ref") && !first.equals("$id") && !first.equals("$db");
    }

    static @Nullable Bounds equal(@Nullable Object value) {
        return switch (value) {
            case null -> Bounds.of(Interval.point(KeyWriter.encode(null)), false);
            case Collection<?> array -> array(array);
            case BsonRegularExpression regex -> RegexBounds.of(regex);
            default -> Bounds.of(Interval.point(KeyWriter.encode(value)), true);
        };
    }

    /** An index holds the elements of an array, and arrays in arrays whole. */
    private static Bounds array(Collection<?> array) {
        Object first = array.isEmpty() ? null : array.iterator().next();
        Interval whole = Interval.point(KeyWriter.encode(array));
        Interval element = array.isEmpty()
                ? Interval.point(new byte[]{KeyTag.EMPTY_ARRAY})
                : Interval.point(KeyWriter.encode(first));
        return Bounds.of(List.of(element, whole), false);
    }

    /** The bounds of one operator in a condition such as {@code {$gte: 1, $lt: 5}}. */
    static @Nullable Bounds operator(String operator, @Nullable Object value, Document condition) {
        return switch (operator) {
            case "$eq" -> value instanceof BsonRegularExpression
                    ? Bounds.of(Interval.point(KeyWriter.encode(value)), false)
                    : equal(value);
            case "$in" -> value instanceof Collection<?> values ? in(values) : null;
            case "$all" -> value instanceof Collection<?> values ? all(values) : null;
            case "$gt" -> range(value, false, true);
            case "$gte" -> range(value, true, true);
            case "$lt" -> range(value, false, false);
            case "$lte" -> range(value, true, false);
            case "$regex" -> regex(value, condition.get("$options"));
            case "$exists" -> isTrue(value) ? null : Bounds.of(Interval.point(KeyWriter.encode(null)), false);
            case "$elemMatch" -> value instanceof Document match && isOperators(match) ? element(match) : null;
            default -> null;
        };
    }

    private static @Nullable Bounds in(Collection<?> values) {
        List<Interval> intervals = new ArrayList<>();
        boolean exact = true;
        for (Object value : values) {
            Bounds one = equal(value);
            if (one == null) {
                return null;
            }
            intervals.addAll(one.intervals());
            exact &= one.exact();
        }
        return Bounds.of(intervals, exact);
    }

    private static @Nullable Bounds all(Collection<?> values) {
        if (values.isEmpty() || isOperators(values.iterator().next())) {
            return null;
        }
        Bounds first = equal(values.iterator().next());
        return first == null ? null : values.size() == 1 ? first : first.inexact();
    }

    /** Within the type of the value; NaN is in no range. */
    private static @Nullable Bounds range(@Nullable Object value, boolean inclusive, boolean above) {
        if (value == null) {
            return inclusive ? Bounds.of(Interval.point(KeyWriter.encode(null)), false) : null;
        }
        if (value instanceof Collection || value instanceof MinKey || value instanceof MaxKey
                || value instanceof BsonRegularExpression
                || isNaN(value)) {
            return null;
        }
        byte[] bound = KeyWriter.encode(value);
        int tag = KeyTag.of(value);
        if (above) {
            return Bounds.of(new Interval(bound, inclusive, new byte[]{(byte) (tag + 1)}, false), true);
        }
        byte[] least = tag == KeyTag.NUMBER ? KeyWriter.encode(Double.NEGATIVE_INFINITY) : new byte[]{(byte) tag};
        return Bounds.of(new Interval(least, true, bound, inclusive), true);
    }

    private static boolean isNaN(Object value) {
        return value instanceof Double number && number.isNaN()
                || value instanceof Decimal128 decimal && decimal.toString().equals("NaN");
    }

    private static @Nullable Bounds regex(@Nullable Object value, @Nullable Object options) {
        return switch (value) {
            case String pattern ->
                RegexBounds.of(new BsonRegularExpression(pattern, options == null ? "" : options.toString()));
            case BsonRegularExpression regex when options == null -> RegexBounds.of(regex);
            case null, default -> null;
        };
    }

    /** All of it holds of one element. */
    private static @Nullable Bounds element(Document match) {
        Bounds all = null;
        for (var condition : match.entrySet()) {
            Bounds one = operator(condition.getKey(), condition.getValue(), match);
            if (one != null) {
                all = all == null ? one : all.intersect(one);
            }
        }
        return all == null ? null : all.inexact();
    }

    static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean flag ? flag : !(value instanceof Number number) || number.doubleValue() != 0;
    }

    static Document document(Object value) {
        return (Document) Objects.requireNonNull(value);
    }
}
