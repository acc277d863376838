package io.shopcare.mongo.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** What the query of an upsert says about the new document: the fields that it asks to be equal to something. */
final class UpsertSeed {
    private final Map<String, @Nullable Object> equalities = new LinkedHashMap<>();

    private UpsertSeed() {}

    static Document of(Document query, boolean onlyId) {
        UpsertSeed seed = new UpsertSeed();
        seed.collect(query, onlyId);
        Document document = new Document();
        seed.equalities.forEach((path, value) -> {
            if (!onlyId || path.equals("_id")) {
                FieldPath.set(document, Paths.split(path), Values.copy(value));
            }
        });
        return document;
    }

    private void collect(Document query, boolean onlyId) {
        query.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof List<?> parts) {
                parts.forEach(part -> collect((Document) part, onlyId));
            } else if (key.equals("$or") && value instanceof List<?> parts && parts.size() == 1) {
                collect((Document) parts.getFirst(), onlyId);
            } else if (!key.startsWith("$") && (!onlyId || key.equals("_id"))) {
                field(key, value);
            }
        });
    }

    private void field(String path, @Nullable Object condition) {
        boolean plain = !(condition instanceof Document document) || document.isEmpty()
                || !document.keySet().iterator().next().startsWith("$") || Values.isReference(document);
        if (plain && !(condition instanceof BsonRegularExpression)) {
            add(path, condition);
        } else if (!plain && condition instanceof Document operators) {
            operators.forEach((operator, value) -> operator(path, operator, value));
        }
    }

    private void operator(String path, String operator, @Nullable Object value) {
        if (operator.equals("$eq")) {
            add(path, value);
        } else if (value instanceof List<?> items && items.size() == 1 && isSingle(operator, items)) {
            add(path, items.getFirst());
        }
    }

    private static boolean isSingle(String operator, List<?> items) {
        boolean pattern = items.getFirst() instanceof BsonRegularExpression;
        return !pattern && (operator.equals("$in") || operator.equals("$all") && !isElemMatch(items));
    }

    private static boolean isElemMatch(List<?> items) {
        return items.getFirst() instanceof Document document && document.containsKey("$elemMatch");
    }

    private void add(String path, @Nullable Object value) {
        for (String other : equalities.keySet()) {
            if (path.equals(other)) {
                throw Code.NOT_SINGLE_VALUE_FIELD.error("cannot infer query fields to set, path '" + path
                        + "' is matched twice");
            }
            if (Paths.overlap(path, other)) {
                throw Code.NOT_SINGLE_VALUE_FIELD
                        .error("cannot infer query fields to set, both paths '" + path + "' and '"
                                + other + "' are matched");
            }
        }
        equalities.put(path, value);
    }

    static Document idFirst(Document document) {
        List<String> names = new ArrayList<>(document.keySet());
        if (!document.containsKey("_id") || names.getFirst().equals("_id")) {
            return document;
        }
        Document ordered = new Document("_id", document.get("_id"));
        document.forEach((name, value) -> {
            if (!name.equals("_id")) {
                ordered.put(name, value);
            }
        });
        return ordered;
    }
}
