package io.shopcare.mongo.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.Missing;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Values;

/** The named arguments of an operator, evaluated when asked for. */
record Arguments(String operator, Map<String, Expression> fields, Scope scope) {

    boolean has(String field) {
        return fields.containsKey(field);
    }

    @Nullable
    Object get(String field) {
        Expression expression = fields.get(field);
        return expression == null ? Missing.getInstance() : expression.evaluate(scope);
    }

    @Nullable
    Object get(String field, @Nullable Object whenAbsent) {
        return has(field) ? get(field) : whenAbsent;
    }

    boolean isNull(String field) {
        return Values.isNullish(get(field));
    }

    String text(String field) {
        if (get(field) instanceof String text) {
            return text;
        }
        throw Code.FAILED_TO_PARSE.error(operator + " requires that '" + field + "' be a string, found: "
                + Kind.nameOf(get(field)) + " with value " + Values.show(get(field)));
    }

    List<@Nullable Object> array(String field, int code) {
        if (get(field) instanceof Collection<?> items) {
            return Values.list(items);
        }
        throw Code.location(code, field + " to " + operator + " must be an array not " + Kind.nameOf(get(field)));
    }
}
