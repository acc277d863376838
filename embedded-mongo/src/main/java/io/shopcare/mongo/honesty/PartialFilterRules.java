package io.shopcare.mongo.honesty;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.Filter;
import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** What a partial index may filter by: equality, ranges, {@code $in}, {@code $type}, presence, and their and/or. */
final class PartialFilterRules {
    private static final Set<String> OPERATORS = Set.of("$eq", "$gt", "$gte", "$lt", "$lte", "$in", "$type");

    private PartialFilterRules() {}

    static void check(Document index) {
        if (!(index.get("partialFilterExpression") instanceof Document filter)) {
            throw Code.TYPE_MISMATCH.error("The field 'partialFilterExpression' must be an object, but got "
                    + Values.show(index.get("partialFilterExpression")));
        }
        if (Values.isTrue(index.get("sparse"))) {
            throw Code.CANNOT_CREATE_INDEX.error("cannot mix \"partialFilterExpression\" and \"sparse\" options");
        }
        Filter.parse(filter, Names.at(Instant.EPOCH));
        checkFilter(filter);
    }

    private static void checkFilter(Document filter) {
        filter.forEach((key, value) -> {
            if ((key.equals("$and") || key.equals("$or")) && value instanceof List<?> parts) {
                parts.forEach(part -> checkFilter((Document) part));
            } else if (key.startsWith("$")) {
                throw refused(key);
            } else {
                checkField(value);
            }
        });
    }

    private static void checkField(@Nullable Object value) {
        if (value instanceof BsonRegularExpression) {
            throw refused("$regex");
        }
        if (value instanceof Document operators && !operators.isEmpty()
                && operators.keySet().iterator().next().startsWith("$") && !Values.isReference(operators)) {
            operators.forEach((operator, argument) -> {
                boolean present = operator.equals("$exists") && Values.isTrue(argument);
                if (!present && !OPERATORS.contains(operator)) {
                    throw refused(operator);
                }
            });
        }
    }

    private static RuntimeException refused(String operator) {
        return Code.CANNOT_CREATE_INDEX.error("Expression not supported in partial index: " + operator);
    }
}
