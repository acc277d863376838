package io.shopcare.mongo.aggregation;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.FieldSetter;
import io.shopcare.mongo.query.Projection;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Values;

/** The stages that make one document of one document; updates written as pipelines use them too. */
public final class DocumentStages {
    private DocumentStages() {}

    public static UnaryOperator<Document> parse(String name, @Nullable Object spec, Names names) {
        return switch (name) {
            case "$addFields", "$set" -> FieldSetter.parse(name, spec, names)::apply;
            case "$project" -> project(spec, names);
            case "$unset" -> unset(spec, names);
            case "$replaceRoot" -> {
                if (!(spec instanceof Document document) || !document.containsKey("newRoot")) {
                    throw Code.location(40231, "no newRoot specified for the $replaceRoot stage");
                }
                for (String field : document.keySet()) {
                    if (!field.equals("newRoot")) {
                        throw Code.location(40415, "BSON field '$replaceRoot." + field + "' is an unknown field.");
                    }
                }
                yield replace(document.get("newRoot"), names);
            }
            case "$replaceWith" -> replace(spec, names);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static UnaryOperator<Document> project(@Nullable Object spec, Names names) {
        if (!(spec instanceof Document fields)) {
            throw Code.location(15969, "$project specification must be an object");
        }
        if (fields.isEmpty()) {
            throw Code.location(51272,
                    "Invalid $project :: caused by :: projection specification must have at least one "
                            + "field");
        }
        return Projection.ofStage(fields, names)::apply;
    }

    private static UnaryOperator<Document> unset(@Nullable Object spec, Names names) {
        Collection<?> fields = spec instanceof Collection<?> several
                ? several
                : spec == null ? List.of() : List.of(spec);
        if (fields.isEmpty()) {
            throw Code.location(31119, "$unset specification must be a string or an array with at least one field");
        }
        Document excluded = new Document();
        for (Object field : fields) {
            if (!(field instanceof String name)) {
                throw Code.location(31120,
                        "$unset specification must be a string or an array containing only string values");
            }
            excluded.put(name, 0);
        }
        return Projection.ofStage(excluded, names)::apply;
    }

    private static UnaryOperator<Document> replace(@Nullable Object source, Names names) {
        Expression root = Expression.parse(source, names);
        return document -> {
            Object value = root.evaluate(document);
            if (value instanceof Document replacement) {
                return replacement;
            }
            throw Code.location(40228, "'newRoot' expression must evaluate to an object, but resulting value was: "
                    + Values.show(value) + ". Type of resulting value: '" + Kind.nameOf(value) + "'.");
        };
    }
}
