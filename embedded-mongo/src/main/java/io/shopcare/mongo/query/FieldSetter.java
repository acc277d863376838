package io.shopcare.mongo.query;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.expression.Scope;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;

/** {@code $addFields} and {@code $set}: computed fields beside those of the document. */
public final class FieldSetter {
    private final Shape.Branch shape = new Shape.Branch();

    private FieldSetter() {}

    public static FieldSetter parse(String stage, @Nullable Object spec, Names names) {
        if (!(spec instanceof Document fields)) {
            throw Code.location(40272, stage + " specification stage must be an object");
        }
        if (fields.isEmpty()) {
            throw Code.location(40177,
                    "Invalid " + stage + " :: caused by :: specification must have at least one field");
        }
        FieldSetter setter = new FieldSetter();
        fields.forEach((path, value) -> setter.add(stage, path, value, names));
        return setter;
    }

    private void add(String stage, String path, @Nullable Object value, Names names) {
        if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
            throw Code.location(15998,
                    "Invalid " + stage + " :: caused by :: FieldPath field names may not be empty strings.");
        }
        if (Paths.hasOperator(path)) {
            throw Code.location(16410,
                    "Invalid " + stage + " :: caused by :: FieldPath field names may not start with '$'. "
                            + "Consider using $getField or $setField.");
        }
        if (value instanceof Document inner && !inner.isEmpty() && !inner.keySet().iterator().next().startsWith("$")) {
            inner.forEach((name, part) -> add(stage, path + "." + name, part, names));
        } else {
            shape.add(path, new Shape.Compute(Expression.parse(value, names)));
        }
    }

    public Document apply(Document document) {
        Document result = document.clone();
        shape.compute(result, Scope.of(document));
        return result;
    }
}
