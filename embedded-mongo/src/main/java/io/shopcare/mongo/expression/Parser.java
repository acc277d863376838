package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;

/** Turns the BSON of an expression into something to evaluate. */
final class Parser {
    private Parser() {}

    static Expression parse(@Nullable Object source, Names names) {
        return switch (source) {
            case String text when text.startsWith("$$") -> variable(text.substring(2), names);
            case String text when text.startsWith("$") -> field(text.substring(1));
            case Document document when isOperator(document) -> operator(document, names);
            case Document document -> object(document, names);
            case Collection<?> items -> array(items, names);
            case null, default -> Expression.constant(source);
        };
    }

    private static boolean isOperator(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    private static Expression operator(Document document, Names names) {
        String name = document.keySet().iterator().next();
        if (document.size() != 1) {
            throw Code.location(15983, "an expression specification must contain exactly one field, the name of the "
                    + "expression. Found " + document.size() + " fields in " + document);
        }
        Operator operator = Operators.TABLE.get(name);
        if (operator == null) {
            throw Code.INVALID_PIPELINE_OPERATOR.error("Unrecognized expression '" + name + "'");
        }
        return operator.parse(name, document.get(name), names);
    }

    private static Expression field(String path) {
        String[] parts = parts(path);
        return scope -> Paths.evaluate(scope.root(), parts, 0);
    }

    static String[] parts(String path) {
        if (path.isEmpty()) {
            throw Code.location(16872, "'$' by itself is not a valid FieldPath");
        }
        if (path.endsWith(".")) {
            throw Code.location(40353, "FieldPath must not end with a '.'.");
        }
        String[] parts = Paths.split(path);
        for (String part : parts) {
            if (part.isEmpty()) {
                throw Code.location(15998, "FieldPath field names may not be empty strings.");
            }
            if (part.startsWith("$")) {
                throw Code.location(16410, "FieldPath field names may not start with '$'. Consider using $getField "
                        + "or $setField.");
            }
        }
        return parts;
    }

    private static Expression variable(String text, Names names) {
        String[] all = Paths.split(text);
        String name = all[0];
        String[] path = all.length == 1
                ? new String[0]
                : parts(String.join(".", Arrays.copyOfRange(all, 1, all.length)));
        if (names.isLocal(name)) {
            return scope -> Paths.evaluate(scope.variable(name), path, 0);
        }
        if (names.isConstant(name)) {
            return Expression.constant(Paths.evaluate(names.constant(name), path, 0));
        }
        if (name.equals("ROOT") || name.equals("CURRENT")) {
            return scope -> Paths.evaluate(scope.root(), path, 0);
        }
        throw Code.location(17276, "Use of undefined variable: " + name);
    }

    private static Expression object(Document document, Names names) {
        Map<String, Expression> fields = new LinkedHashMap<>();
        document.forEach((name, value) -> {
            if (name.startsWith("$")) {
                throw Code.location(15983, "FieldPath field names may not start with '$': " + name);
            }
            if (name.contains(".")) {
                throw Code.location(16405, "dotted field names are only allowed at the top level");
            }
            fields.put(name, parse(value, names));
        });
        return scope -> {
            Document result = new Document();
            fields.forEach((name, field) -> {
                Object value = field.evaluate(scope);
                if (!(value instanceof Missing)) {
                    result.put(name, value);
                }
            });
            return result;
        };
    }

    private static Expression array(Collection<?> items, Names names) {
        List<Expression> elements = parseAll(items, names);
        return scope -> {
            List<@Nullable Object> values = new ArrayList<>(elements.size());
            elements.forEach(element -> values.add(BsonOrder.missingAsNull(element.evaluate(scope))));
            return values;
        };
    }

    static List<Expression> parseAll(Collection<?> sources, Names names) {
        List<Expression> parsed = new ArrayList<>(sources.size());
        sources.forEach(source -> parsed.add(parse(source, names)));
        return parsed;
    }
}
