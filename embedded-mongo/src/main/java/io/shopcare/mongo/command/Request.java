package io.shopcare.mongo.command;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.plan.Query;
import io.shopcare.mongo.store.Namespace;

/** A command as it came: its database, its name, its fields. */
public record Request(String database, String name, Document body) {

    static Request of(Document body) {
        String name = body.keySet().iterator().next();
        return new Request(body.get("$db") instanceof String database ? database : "admin", name, body);
    }

    /** The collection that the command's first field names. */
    Namespace namespace() {
        return namespace(name);
    }

    Namespace namespace(String field) {
        if (!(body.get(field) instanceof String collection)) {
            throw new MongoServerError(73, "InvalidNamespace", "collection name has invalid type in '" + name + "'");
        }
        return Namespace.of(database, collection);
    }

    /** By when the client wants its answer ({@code maxTimeMS}). */
    long deadline() {
        long millis = number("maxTimeMS", 0);
        return millis <= 0 ? Query.NO_DEADLINE : System.nanoTime() + millis * 1_000_000;
    }

    Document document(String field) {
        Document value = optional(field);
        return value == null ? new Document() : value;
    }

    @Nullable
    Document optional(String field) {
        return typed(body, field, Document.class, "object");
    }

    List<Document> documents(String field) {
        return documents(body, field);
    }

    long number(String field, long ifMissing) {
        return number(body, field, ifMissing);
    }

    boolean flag(String field, boolean ifMissing) {
        return flag(body, field, ifMissing);
    }

    @SuppressWarnings("unchecked")
    static List<Document> documents(Document body, String field) {
        List<?> list = typed(body, field, List.class, "array");
        if (list == null) {
            return List.of();
        }
        if (!list.stream().allMatch(Document.class::isInstance)) {
            throw new MongoServerError(14, "TypeMismatch", "BSON field '" + field + "' must hold objects");
        }
        return (List<Document>) list;
    }

    static long number(Document body, String field, long ifMissing) {
        Number value = typed(body, field, Number.class, "number");
        return value == null ? ifMissing : value.longValue();
    }

    static boolean flag(Document body, String field, boolean ifMissing) {
        Object value = body.get(field);
        return switch (value) {
            case null -> ifMissing;
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            default -> throw wrongType(field, "bool");
        };
    }

    static <T> @Nullable T typed(Document body, String field, Class<T> type, String typeName) {
        Object value = body.get(field);
        if (value != null && !type.isInstance(value)) {
            throw wrongType(field, typeName);
        }
        return type.cast(value);
    }

    private static MongoServerError wrongType(String field, String typeName) {
        return new MongoServerError(14, "TypeMismatch",
                "BSON field '" + field + "' is the wrong type, expected type '" + typeName + "'");
    }
}
