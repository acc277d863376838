package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.BsonOrder;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Values;

/** Objects as values, and the way between them and arrays. */
final class ObjectValues {
    private ObjectValues() {}

    static Map<String, Operator> operators() {
        Map<String, Operator> table = new HashMap<>();
        table.put("$mergeObjects", Operator.of(0, Operator.ANY, ObjectValues::merge));
        table.put("$objectToArray", Operator.of(1, ObjectValues::toArray));
        table.put("$arrayToObject", Operator.of(1, o -> o.anyNull() ? null : toObject(o.array(0, 40386))));
        table.put("$getField", ObjectValues::getField);
        table.put("$setField", ObjectValues::setField);
        table.put("$unsetField", ObjectValues::setField);
        return table;
    }

    private static Object merge(Operands operands) {
        List<@Nullable Object> parts = operands.size() == 1 && operands.get(0) instanceof Collection<?> items
                ? Values.list(items)
                : operands.values();
        Document merged = new Document();
        for (Object part : parts) {
            if (part instanceof Document document) {
                merged.putAll(document);
            } else if (!Values.isNullish(part)) {
                throw Code.location(40400, "$mergeObjects requires object inputs, but input " + Values.show(part)
                        + " is of type " + Kind.nameOf(part));
            }
        }
        return merged;
    }

    private static @Nullable Object toArray(Operands operands) {
        if (operands.anyNull()) {
            return null;
        }
        if (!(operands.get(0) instanceof Document document)) {
            throw Code.location(40390, "$objectToArray requires a document input, found: "
                    + Kind.nameOf(operands.get(0)));
        }
        List<Document> pairs = new ArrayList<>();
        document.forEach((name, value) -> pairs.add(new Document("k", name).append("v", value)));
        return pairs;
    }

    private static Document toObject(List<@Nullable Object> pairs) {
        Document object = new Document();
        for (Object pair : pairs) {
            Object key;
            Object value;
            if (pair instanceof Document document && document.size() == 2 && document.containsKey("k")
                    && document.containsKey("v")) {
                key = document.get("k");
                value = document.get("v");
            } else if (pair instanceof List<?> two && two.size() == 2) {
                key = two.get(0);
                value = two.get(1);
            } else {
                throw Code.location(40392, "$arrayToObject requires pairs: an object with 'k' and 'v', or an array of "
                        + "size 2; found: " + Values.show(pair));
            }
            if (!(key instanceof String name)) {
                throw Code.location(40394, "$arrayToObject requires an array of key-value pairs, where the key must be "
                        + "of type string. Found key type: " + Kind.nameOf(key));
            }
            object.put(name, value);
        }
        return object;
    }

    private static Expression getField(String name, @Nullable Object argument, Names names) {
        boolean named = argument instanceof Document document && document.containsKey("field");
        Document fields = named
                ? Operator.fields(name, argument, Set.of("field"), Set.of("input"))
                : new Document("field", argument);
        String field = fieldName(name, fields.get("field"), names);
        Expression input = fields.containsKey("input") ? Expression.parse(fields.get("input"), names) : Scope::root;
        return scope -> {
            Object value = input.evaluate(scope);
            return value instanceof Document document
                    ? document.getOrMissing(field)
                    : value == null ? null : Missing.getInstance();
        };
    }

    private static Expression setField(String name, @Nullable Object argument, Names names) {
        boolean unset = name.equals("$unsetField");
        Document fields = Operator.fields(name, argument,
                unset ? Set.of("field", "input") : Set.of("field", "input", "value"), Set.of());
        String field = fieldName(name, fields.get("field"), names);
        Expression input = Expression.parse(fields.get("input"), names);
        Expression value = unset
                ? Expression.constant(Missing.getInstance())
                : Expression.parse(fields.get("value"), names);
        return scope -> {
            Object source = input.evaluate(scope);
            if (BsonOrder.missingAsNull(source) == null) {
                return null;
            }
            if (!(source instanceof Document document)) {
                throw Code.location(4161105, name + " requires 'input' to evaluate to type Object");
            }
            Document result = document.clone();
            Object set = value.evaluate(scope);
            if (set instanceof Missing) {
                result.remove(field);
            } else {
                result.put(field, set);
            }
            return result;
        };
    }

    private static String fieldName(String name, @Nullable Object source, Names names) {
        if (source instanceof String text && text.startsWith("$")) {
            throw Code.location(5654600, name + " requires 'field' to evaluate to a constant, but got a path: " + text);
        }
        Object constant = Expression.parse(source, names).evaluate(new Document());
        if (constant instanceof String text) {
            return text;
        }
        throw Code.location(5654602, name + " requires 'field' to evaluate to type String, but got "
                + Kind.nameOf(constant));
    }
}
