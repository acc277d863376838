package io.shopcare.mongo.update;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** {@code $bit}: and, or, xor of whole numbers. */
final class BitModifier {
    private BitModifier() {}

    static Modifier parse(String path, @Nullable Object value) {
        if (!(value instanceof Document operations) || operations.isEmpty()) {
            throw Code.BAD_VALUE.error("The $bit modifier is not compatible with a " + Kind.nameOf(value)
                    + ". You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}");
        }
        operations.forEach((operation, operand) -> {
            if (!operation.equals("and") && !operation.equals("or") && !operation.equals("xor")) {
                throw Code.BAD_VALUE.error("The $bit modifier only supports 'and', 'or', and 'xor', not '" + operation
                        + "' which is an unknown operator: {" + path + ": " + Values.show(value) + "}");
            }
            if (!(operand instanceof Number number) || !Numbers.isInteger(number)) {
                throw Code.BAD_VALUE.error("The $bit modifier field must be an Integer(32/64 bit); a '"
                        + Kind.nameOf(operand) + "' is not supported here: {" + path + ": " + Values.show(value) + "}");
            }
        });
        return target -> operations.forEach((operation, operand) -> apply(target, operation, (Number) operand));
    }

    private static void apply(Target target, String operation, Number operand) {
        Object current = target.isMissing() ? (Object) 0 : target.value();
        if (!(current instanceof Number number) || !Numbers.isInteger(number)) {
            throw Code.BAD_VALUE.error("Cannot apply $bit to a value of non-integral type." + target.documentName()
                    + " has the field " + target.name() + " of non-integer type " + Kind.nameOf(current));
        }
        long result = switch (operation) {
            case "and" -> number.longValue() & operand.longValue();
            case "or" -> number.longValue() | operand.longValue();
            default -> number.longValue() ^ operand.longValue();
        };
        boolean narrow = number instanceof Integer && operand instanceof Integer;
        target.set(narrow ? (Number) (int) result : (Number) result);
    }
}
