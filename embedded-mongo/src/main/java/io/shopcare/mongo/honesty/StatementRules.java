package io.shopcare.mongo.honesty;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Values;

/** The statements within update and delete, and the options of aggregate. */
final class StatementRules {
    private static final Set<String> UPDATE = Set.of("q", "u", "multi", "upsert", "collation", "arrayFilters", "hint",
            "sort");
    private static final Set<String> DELETE = Set.of("q", "limit", "collation", "hint");

    private static final int MOST_STATEMENTS = 100_000;

    private StatementRules() {}

    static void inserts(@Nullable Object documents) {
        documents("insert.documents", documents);
    }

    static void updates(@Nullable Object statements) {
        for (Document statement : documents("update.updates", statements)) {
            fields("update.updates", statement, UPDATE, Set.of("q", "u"));
            if (statement.containsKey("sort") && Values.isTrue(statement.get("multi"))) {
                throw Code.FAILED_TO_PARSE.error("Cannot specify sort with multi=true");
            }
        }
    }

    static void deletes(@Nullable Object statements) {
        for (Document statement : documents("delete.deletes", statements)) {
            fields("delete.deletes", statement, DELETE, Set.of("q", "limit"));
            long limit = Numbers.whole(statement.get("limit")).orElse(-1L);
            if (limit != 0 && limit != 1) {
                throw Code.FAILED_TO_PARSE.error("The limit field in delete objects must be 0 or 1. Got "
                        + Values.show(statement.get("limit")));
            }
        }
    }

    private static List<Document> documents(String path, @Nullable Object statements) {
        if (statements == null) {
            throw Code.location(40414, "BSON field '" + path + "' is missing but a required field");
        }
        if (!(statements instanceof List<?> items) || !items.stream().allMatch(Document.class::isInstance)) {
            throw Code.TYPE_MISMATCH
                    .error("BSON field '" + path + "' is the wrong type, expected type 'array' of objects");
        }
        if (items.isEmpty() || items.size() > MOST_STATEMENTS) {
            throw Code.INVALID_LENGTH.error("Write batch sizes must be between 1 and " + MOST_STATEMENTS + ". Got "
                    + items.size() + " operations.");
        }
        return items.stream().map(Document.class::cast).toList();
    }

    private static void fields(String path, Document statement, Set<String> known, Set<String> required) {
        statement.forEach((field, value) -> {
            if (!known.contains(field)) {
                throw Honesty.unknown(path, field);
            }
            Refusals.check(field, value);
        });
        for (String field : required) {
            if (!statement.containsKey(field)) {
                throw Code.location(40414, "BSON field '" + path + "." + field + "' is missing but a required field");
            }
        }
    }

    static void aggregate(Document body) {
        if (!body.containsKey("pipeline")) {
            throw Code.location(40414, "BSON field 'aggregate.pipeline' is missing but a required field");
        }
        if (Values.isTrue(body.get("explain"))) {
            return;
        }
        if (!(body.get("cursor") instanceof Document cursor)) {
            throw Code.FAILED_TO_PARSE
                    .error("The 'cursor' option is required, except for aggregate with the explain argument");
        }
        for (String field : cursor.keySet()) {
            if (!field.equals("batchSize")) {
                throw Honesty.unknown("aggregate.cursor", field);
            }
        }
        Refusals.check("batchSize", cursor.get("batchSize"));
    }
}
