package io.shopcare.mongo.update;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** The operators on arrays; {@code $push} has its own class. */
final class ArrayModifiers {
    private ArrayModifiers() {}

    static Modifier parse(String operator, String path, @Nullable Object value, Names names) {
        return switch (operator) {
            case "$push" -> Push.parse(value);
            case "$addToSet" -> addToSet(value);
            case "$pull" -> {
                Predicate<@Nullable Object> unwanted = Filter.ofElement(value, names);
                yield target -> pull(target, operator, unwanted);
            }
            case "$pullAll" -> {
                if (!(value instanceof Collection<?> unwanted)) {
                    throw Code.BAD_VALUE
                            .error("$pullAll requires an array argument but was given a " + Kind.nameOf(value));
                }
                yield target -> pull(target, operator,
                        item -> unwanted.stream().anyMatch(other -> BsonOrder.equal(item, other)));
            }
            default -> pop(path, value);
        };
    }

    private static void pull(Target target, String operator, Predicate<@Nullable Object> unwanted) {
        if (target.isMissing()) {
            return;
        }
        if (!(target.value() instanceof List<?> items)) {
            throw Code.BAD_VALUE.error("Cannot apply " + operator + " to a non-array value");
        }
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : items) {
            if (!unwanted.test(item)) {
                kept.add(item);
            }
        }
        if (kept.size() < items.size()) {
            target.set(kept);
        }
    }

    private static Modifier addToSet(@Nullable Object value) {
        List<@Nullable Object> additions = new ArrayList<>();
        if (value instanceof Document document && document.containsKey("$each")) {
            if (!(document.get("$each") instanceof Collection<?> each)) {
                throw Code.TYPE_MISMATCH.error("The argument to $each in $addToSet must be an array but it was of type "
                        + Kind.nameOf(document.get("$each")));
            }
            if (document.size() > 1) {
                throw Code.BAD_VALUE
                        .error("Found unexpected fields after $each in $addToSet: " + Values.show(document));
            }
            additions.addAll(each);
        } else {
            additions.add(value);
        }
        return target -> {
            if (!target.isMissing() && !(target.value() instanceof List)) {
                throw Code.BAD_VALUE.error("Cannot apply $addToSet to non-array field. Field named '" + target.name()
                        + "' has non-array type " + Kind.nameOf(target.value()));
            }
            List<@Nullable Object> items = new ArrayList<>();
            if (target.value() instanceof List<?> existing) {
                items.addAll(existing);
            }
            for (Object addition : additions) {
                if (items.stream().noneMatch(item -> BsonOrder.equal(item, addition))) {
                    items.add(Values.copy(addition));
                }
            }
            target.set(items);
        };
    }

    private static Modifier pop(String path, @Nullable Object value) {
        long end = Numbers.whole(value).orElseThrow(() -> value instanceof Number
                ? Code.FAILED_TO_PARSE.error("Expected an integer: " + path + ": " + Values.show(value))
                : Code.FAILED_TO_PARSE.error("Expected a number in: " + path + ": " + Values.show(value)));
        if (end != 1 && end != -1) {
            throw Code.FAILED_TO_PARSE.error("$pop expects 1 or -1, found: " + end);
        }
        return target -> {
            if (target.isMissing()) {
                return;
            }
            if (!(target.value() instanceof List<?> items)) {
                throw Code.TYPE_MISMATCH.error("Path '" + target.dotted() + "' contains an element of non-array type '"
                        + Kind.nameOf(target.value()) + "'");
            }
            if (!items.isEmpty()) {
                target.set(new ArrayList<>(
                        end == 1 ? items.subList(0, items.size() - 1) : items.subList(1, items.size())));
            }
        };
    }
}
