package io.shopcare.mongo.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.index.IndexDefinition;
import io.shopcare.mongo.index.IndexField;
import io.shopcare.mongo.index.KeyTag;

/** Whether every document that a query looks for is in an index that leaves some out (partial, sparse). */
final class PartialFit {

    private static final Set<String> PRESENT = Set.of("$type", "$regex", "$size", "$mod", "$elemMatch",
            "$bitsAllSet",
            "$bitsAnySet", "$bitsAllClear", "$bitsAnyClear");
    private static final byte[] NULL = {KeyTag.NULL};

    private PartialFit() {}

    static boolean holdsAll(IndexDefinition index, Document query) {
        Document partial = index.partialFilter();
        if (partial != null && !implies(query, partial)) {
            return false;
        }
        return !index.sparse() || index.fields().stream().map(IndexField::path).anyMatch(path -> requires(query, path));
    }

    private static boolean implies(Document query, Document partial) {
        return partial.entrySet().stream()
                .allMatch(condition -> implies(query, condition.getKey(), condition.getValue()));
    }

    private static boolean implies(Document query, String path, @Nullable Object condition) {
        if (path.equals("$and")) {
            return FilterBounds.documents(condition).stream().allMatch(part -> implies(query, part));
        }
        if (path.startsWith("$")) {
            return query.containsKey(path) && Objects.equals(query.get(path), condition);
        }
        if (!ValueBounds.isOperators(condition)) {
            return impliesBounds(query, path, ValueBounds.equal(condition));
        }
        Document operators = (Document) Objects.requireNonNull(condition);
        return operators.entrySet().stream().allMatch(operator -> implies(query, path, operator, operators));
    }

    private static boolean implies(Document query, String path, Map.Entry<String, Object> operator,
            Document operators) {
        if (operator.getKey().equals("$exists")) {
            return ValueBounds.isTrue(operator.getValue()) && requires(query, path);
        }
        if (operator.getKey().equals("$type")) {
            return conditions(query, path).anyMatch(condition -> ValueBounds.isOperators(condition)
                    && Objects.equals(((Document) Objects.requireNonNull(condition)).get("$type"),
                            operator.getValue()));
        }
        return impliesBounds(query, path, ValueBounds.operator(operator.getKey(), operator.getValue(), operators));
    }

    /** One condition of the query alone must do, since with arrays two may hold of different elements. */
    private static boolean impliesBounds(Document query, String path, @Nullable Bounds partial) {
        if (partial == null || !partial.exact()) {
            return false;
        }
        Bounds asked = new FilterBounds(path, true).of(query);
        return asked != null && partial.contains(asked);
    }

    /** Whether no document without the field matches. */
    private static boolean requires(Document query, String path) {
        Bounds bounds = new FilterBounds(path, true).of(query);
        if (bounds != null && !bounds.contains(NULL)) {
            return true;
        }
        return conditions(query, path).anyMatch(PartialFit::requires);
    }

    private static boolean requires(@Nullable Object condition) {
        if (!ValueBounds.isOperators(condition)) {
            return condition != null;
        }
        return ((Document) Objects.requireNonNull(condition)).entrySet().stream()
                .anyMatch(operator -> switch (operator.getKey()) {
                    case "$exists" -> ValueBounds.isTrue(operator.getValue());
                    case "$ne" -> operator.getValue() == null;
                    case "$nin" -> operator.getValue() instanceof List<?> values && values.contains(null);
                    default -> PRESENT.contains(operator.getKey());
                });
    }

    private static Stream<@Nullable Object> conditions(Document query, String path) {
        return query.entrySet().stream().flatMap(entry -> {
            if (entry.getKey().equals(path)) {
                return Stream.of(entry.getValue());
            }
            return entry.getKey().equals("$and")
                    ? FilterBounds.documents(entry.getValue()).stream().flatMap(part -> conditions(part, path))
                    : Stream.empty();
        });
    }
}
