package io.shopcare.mongo.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Expression;
import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** A query, parsed and validated once. Thread-safe. */
public final class Filter {
    private interface Clause {
        boolean test(Document document, Trace trace);
    }

    /** Whether a document matched, and at which element of an array. */
    public record Match(boolean matched, OptionalInt position) {}

    private final List<Clause> clauses;

    private Filter(List<Clause> clauses) {
        this.clauses = clauses;
    }

    public static Filter parse(Document query, Names names) {
        List<Clause> clauses = new ArrayList<>();
        query.forEach((key, value) -> clauses.add(clause(key, value, names)));
        return new Filter(clauses);
    }

    public boolean matches(Document document) {
        return test(document, new Trace());
    }

    public Match match(Document document) {
        Trace trace = new Trace();
        return new Match(test(document, trace), trace.position());
    }

    boolean test(Document document, Trace trace) {
        for (Clause clause : clauses) {
            if (!clause.test(document, trace)) {
                return false;
            }
        }
        return true;
    }

    private static Clause clause(String key, @Nullable Object value, Names names) {
        if (!key.startsWith("$") || key.equals("$ref") || key.equals("$id") || key.equals("$db")) {
            String[] path = Paths.split(key);
            Predicate predicate = FieldParser.field(key, value, names);
            return (document, trace) -> predicate.found(document, path, trace);
        }
        return switch (key) {
            case "$and" -> {
                List<Filter> parts = parts(key, value, names);
                yield (document, trace) -> parts.stream().allMatch(part -> part.test(document, trace));
            }
            case "$or" -> {
                List<Filter> parts = parts(key, value, names);
                yield (document, trace) -> parts.stream().anyMatch(part -> part.test(document, trace));
            }
            case "$nor" -> {
                List<Filter> parts = parts(key, value, names);
                yield (document, trace) -> parts.stream().noneMatch(part -> part.test(document, new Trace()));
            }
            case "$expr" -> {
                Expression expression = Expression.parse(value, names);
                yield (document, trace) -> Values.isTrue(expression.evaluate(document));
            }
            case "$comment" -> (document, trace) -> true;
            case "$where" -> throw Code.BAD_VALUE.error("no globalScriptEngine in $where parsing");
            case "$text" -> throw Code.INDEX_NOT_FOUND.error("text index required for $text query");
            case "$jsonSchema" ->
                throw Code.BAD_VALUE.error("unknown top level operator: $jsonSchema is not supported");
            default ->
                throw Code.BAD_VALUE.error("unknown top level operator: " + key + ". If you have a field name that "
                        + "starts with a '$' symbol, consider using $getField or $setField.");
        };
    }

    private static List<Filter> parts(String key, @Nullable Object value, Names names) {
        if (!(value instanceof Collection<?> items)) {
            throw Code.BAD_VALUE.error(key + " argument must be an array");
        }
        if (items.isEmpty()) {
            throw Code.BAD_VALUE.error("$and/$or/$nor must be a nonempty array");
        }
        List<Filter> parts = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Document document)) {
                throw Code.BAD_VALUE.error("$or/$and/$nor entries need to be full objects");
            }
            parts.add(parse(document, names));
        }
        return parts;
    }

    /** What {@code $pull} asks of an element: operators of its value, fields of a document, or equality. */
    public static java.util.function.Predicate<@Nullable Object> ofElement(@Nullable Object condition, Names names) {
        if (condition instanceof Document fields && !FieldParser.isOperators(fields) && !Values.isReference(fields)) {
            Filter filter = parse(fields, names);
            return element -> element instanceof Document document && filter.matches(document);
        }
        Predicate predicate = FieldParser.field("", condition, names);
        return element -> predicate.on(element, new Trace());
    }
}
