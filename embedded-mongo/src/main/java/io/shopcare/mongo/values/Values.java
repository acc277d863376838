package io.shopcare.mongo.values;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/** Small questions that are asked of any value. */
public final class Values {
    private Values() {}

    public static boolean isNullish(@Nullable Object value) {
        return value == null || value instanceof Missing;
    }

    public static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Missing _ -> false;
            case Boolean bool -> bool;
            case Number number -> Numbers.toDouble(number) != 0.0;
            default -> true;
        };
    }

    @SuppressWarnings("unchecked")
    public static List<@Nullable Object> list(Collection<?> values) {
        return values instanceof List<?> list ? (List<@Nullable Object>) list : new ArrayList<>(values);
    }

    /** A copy that shares no document and no list with the original. */
    public static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Document document -> copyOf(document);
            case Collection<?> values -> {
                List<@Nullable Object> copy = new ArrayList<>(values.size());
                values.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            default -> value;
        };
    }

    public static Document copyOf(Document document) {
        Document copy = new Document();
        document.forEach((name, value) -> copy.put(name, copy(value)));
        return copy;
    }

    /** As MongoDB writes values into its messages: {@code { a: 1, b: "x" }}. */
    public static String show(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Missing _ -> "MISSING";
            case String text -> '"' + text + '"';
            case Document document when document.isEmpty() -> "{}";
            case Map<?, ?> map -> map.entrySet().stream().map(field -> field.getKey() + ": " + show(field.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
            case Collection<?> items when items.isEmpty() -> "[]";
            case Collection<?> items -> items.stream().map(Values::show).collect(Collectors.joining(", ", "[ ", " ]"));
            case ObjectId id -> "ObjectId('" + id.getHexData() + "')";
            case UUID uuid -> "UUID(\"" + uuid + "\")";
            case Instant date -> "new Date(" + date.toEpochMilli() + ")";
            case BsonRegularExpression regex -> "/" + regex.getPattern() + "/" + regex.getOptions();
            default -> value.toString();
        };
    }

    /** {@code {$ref, $id, $db}} is a value, not a set of operators. */
    public static boolean isReference(Map<?, ?> document) {
        Object first = document.isEmpty() ? "" : document.keySet().iterator().next();
        return "$ref".equals(first) || "$id".equals(first) || "$db".equals(first);
    }
}
