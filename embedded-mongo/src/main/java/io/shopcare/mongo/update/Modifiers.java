package io.shopcare.mongo.update;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Numbers.Overflow;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** The operators on single values. */
final class Modifiers {
    private static final Set<String> KNOWN = Set.of("$set", "$setOnInsert", "$unset", "$inc", "$mul", "$min", "$max",
            "$rename", "$currentDate", "$bit", "$push", "$addToSet", "$pull", "$pullAll", "$pop");

    private Modifiers() {}

    static boolean isKnown(String operator) {
        return KNOWN.contains(operator);
    }

    static Modifier parse(String operator, String path, @Nullable Object value, Names names) {
        return switch (operator) {
            case "$set" -> target -> target.set(Values.copy(value));
            case "$setOnInsert" -> target -> {
                if (target.insert()) {
                    target.set(Values.copy(value));
                }
            };
            case "$unset" -> Target::remove;
            case "$inc", "$mul" -> calculate(operator, path, value);
            case "$min", "$max" -> better(operator.equals("$max") ? 1 : -1, value);
            case "$currentDate" -> currentDate(value);
            case "$bit" -> BitModifier.parse(path, value);
            default -> ArrayModifiers.parse(operator, path, value, names);
        };
    }

    private static Modifier calculate(String operator, String path, @Nullable Object value) {
        boolean increment = operator.equals("$inc");
        if (!(value instanceof Number operand)) {
            throw Code.TYPE_MISMATCH.error("Cannot " + (increment ? "increment" : "multiply")
                    + " with non-numeric argument: {" + path + ": " + Values.show(value) + "}");
        }
        return target -> {
            if (target.isMissing()) {
                target.set(increment ? operand : Numbers.multiply(operand, 0, Overflow.REFUSED));
                return;
            }
            if (!(target.value() instanceof Number number)) {
                throw Code.TYPE_MISMATCH.error("Cannot apply " + operator + " to a value of non-numeric type. "
                        + target.documentName() + " has the field '" + target.name() + "' of non-numeric type "
                        + Kind.nameOf(target.value()));
            }
            try {
                target.set(increment
                        ? Numbers.add(number, operand, Overflow.REFUSED)
                        : Numbers.multiply(number, operand, Overflow.REFUSED));
            } catch (ArithmeticException e) {
                throw Code.BAD_VALUE.error("Failed to apply " + operator + " operations to current value ("
                        + Values.show(number) + ") for document " + target.documentName());
            }
        };
    }

    private static Modifier better(int sign, @Nullable Object value) {
        return target -> {
            boolean replace = target.isMissing()
                    || sign * BsonOrder.ASCENDING.compare(value, target.value()) > 0;
            if (replace) {
                target.set(Values.copy(value));
            }
        };
    }

    private static Modifier currentDate(@Nullable Object value) {
        if (value instanceof Boolean) {
            return target -> target.set(target.now());
        }
        if (!(value instanceof Document document)) {
            throw Code.BAD_VALUE.error(Kind.nameOf(value) + " is not valid type for $currentDate. Please use a boolean "
                    + "('true') or a $type expression ({$type: 'timestamp/date'}).");
        }
        for (String option : document.keySet()) {
            if (!option.equals("$type")) {
                throw Code.BAD_VALUE.error("Unrecognized $currentDate option: " + option);
            }
        }
        if ("date".equals(document.get("$type"))) {
            return target -> target.set(target.now());
        }
        if ("timestamp".equals(document.get("$type"))) {
            return target -> target.set(new BsonTimestamp(target.now(), 1));
        }
        throw Code.BAD_VALUE.error("The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: "
                + "{field : {$type: 'date'}}}");
    }

    static String renameTarget(String path, @Nullable Object value) {
        if (!(value instanceof String target)) {
            throw Code.BAD_VALUE
                    .error("The 'to' field for $rename must be a string: " + path + ": " + Values.show(value));
        }
        if (target.equals(path)) {
            throw Code.BAD_VALUE.error("The source and target field for $rename must differ: " + path + ": \"" + target
                    + "\"");
        }
        if (path.contains("$") || target.contains("$")) {
            throw Code.BAD_VALUE
                    .error("The source and target field for $rename may not be dynamic: " + path + ": \"" + target
                            + "\"");
        }
        return target;
    }

    record Rename(String target) implements Modifier {
        @Override
        public void apply(Target source) {
            Object value = source.value();
            if (value instanceof Missing) {
                return;
            }
            Target destination = source.at(Paths.split(target));
            outsideArrays(source, "source");
            outsideArrays(destination, "destination");
            source.remove();
            destination.set(value);
        }

        private static void outsideArrays(Target place, String which) {
            Object value = place.document();
            for (String part : place.path()) {
                if (value instanceof List) {
                    throw Code.BAD_VALUE.error("The " + which + " field cannot be an array element, '" + place.dotted()
                            + "' in doc with " + place.documentName() + " has an array field on the way");
                }
                value = FieldPath.child(value, part);
            }
        }
    }
}
