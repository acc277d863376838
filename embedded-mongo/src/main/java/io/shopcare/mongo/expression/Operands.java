package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** The evaluated operands of an operator, with the checks that most operators make. */
record Operands(String operator, List<@Nullable Object> values) {

    static Operands evaluate(String operator, List<Expression> operands, Scope scope) {
        List<@Nullable Object> values = new ArrayList<>(operands.size());
        for (Expression operand : operands) {
            values.add(operand.evaluate(scope));
        }
        return new Operands(operator, values);
    }

    int size() {
        return values.size();
    }

    @Nullable
    Object get(int index) {
        return values.get(index);
    }

    boolean anyNull() {
        return values.stream().anyMatch(Values::isNullish);
    }

    Number number(int index) {
        if (values.get(index) instanceof Number number) {
            return number;
        }
        throw Code.TYPE_MISMATCH
                .error(operator + " only supports numeric types, not " + Kind.nameOf(values.get(index)));
    }

    String text(int index) {
        if (values.get(index) instanceof String text) {
            return text;
        }
        throw Code.TYPE_MISMATCH
                .error(operator + " requires a string argument, found: " + Kind.nameOf(values.get(index)));
    }

    List<@Nullable Object> array(int index, int code) {
        if (values.get(index) instanceof Collection<?> items) {
            return Values.list(items);
        }
        throw Code.location(code, "The argument to " + operator + " must be an array, but was of type: "
                + Kind.nameOf(values.get(index)));
    }

    int integer(int index, int code) {
        return Numbers.whole(values.get(index)).filter(whole -> whole.intValue() == whole).map(Long::intValue)
                .orElseThrow(
                        () -> Code.location(code, operator + " requires an integral value that fits 32 bits, found: "
                                + Values.show(values.get(index))));
    }
}
