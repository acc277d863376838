package io.shopcare.mongo.command;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.expression.Names;
import io.shopcare.mongo.query.Filter;

/** Checks what an index is asked to be. What this server's indexes cannot be is refused, not left out. */
final class IndexSpecification {

    private static final Set<String> KNOWN = Set.of("key", "name", "unique", "sparse", "partialFilterExpression",
            "expireAfterSeconds", "v",
            "background", "ns", "collation", "hidden");
    private static final Set<String> PARTIAL_OPERATORS = Set.of("$eq", "$exists", "$gt", "$gte", "$lt", "$lte", "$type",
            "$in");

    private IndexSpecification() {}

    /** The specification as it will be listed. */
    static Document check(Document asked, Names names) {
        for (String option : asked.keySet()) {
            if (!KNOWN.contains(option)) {
                throw new MongoServerError(197, "InvalidIndexSpecificationOption", "The field '" + option
                        + "' is not valid for an index specification, or not supported here. Specification: " + asked);
            }
        }
        refuse(asked);
        Document key = key(asked);
        Document checked = new Document("v", 2).append("key", key).append("name", name(asked));
        copyFlag(asked, checked, "unique");
        copyFlag(asked, checked, "sparse");
        partial(asked, checked, names);
        expire(asked, checked, key);
        if (key.keySet().equals(Set.of("_id")) && checked.size() > 3) {
            throw new MongoServerError(197, "InvalidIndexSpecificationOption",
                    "The field '" + checked.keySet().stream().skip(3).findFirst().orElse("")
                            + "' is not valid for an _id index specification. Specification: " + asked);
        }
        return checked;
    }

    private static void refuse(Document asked) {
        if (asked.get("collation") instanceof Document collation && !"simple".equals(collation.get("locale"))) {
            throw new MongoServerError(115, "CommandNotSupported", "an index with a collation is not supported");
        }
        if (Request.flag(asked, "hidden", false)) {
            throw new MongoServerError(115, "CommandNotSupported", "a hidden index is not supported");
        }
        if (asked.get("v") instanceof Number version && version.intValue() != 2) {
            throw new MongoServerError(67, "CannotCreateIndex", "index version " + version + " is not supported");
        }
    }

    private static Document key(Document asked) {
        Document key = Request.typed(asked, "key", Document.class, "object");
        if (key == null) {
            throw new MongoServerError(9, "FailedToParse",
                    "The 'key' field is a required property of an index specification");
        }
        if (key.isEmpty()) {
            throw new MongoServerError(67, "CannotCreateIndex", "Index keys cannot be empty.");
        }
        key.forEach(IndexSpecification::checkField);
        return key;
    }

    private static void checkField(String path, @Nullable Object direction) {
        if (direction instanceof String type) {
            throw new MongoServerError(67, "CannotCreateIndex", "an index of type '" + type + "' is not supported");
        }
        if (!(direction instanceof Number number) || number.doubleValue() == 0 || Double.isNaN(number.doubleValue())) {
            throw new MongoServerError(67, "CannotCreateIndex",
                    "Values in v:2 index key pattern cannot be of this kind or 0. "
                            + "Only numbers > 0, numbers < 0, and strings are allowed. Field: '" + path + "'");
        }
        if (path.isEmpty() || path.startsWith(".") || path.endsWith(".") || path.contains("..")) {
            throw new MongoServerError(67, "CannotCreateIndex",
                    "Index keys cannot contain an empty field. Field: '" + path + "'");
        }
        if (path.equals("$**") || path.endsWith(".$**")) {
            throw new MongoServerError(67, "CannotCreateIndex", "a wildcard index is not supported");
        }
        if (path.startsWith("$")) {
            throw new MongoServerError(67, "CannotCreateIndex",
                    "Index key contains an illegal field name: field name starts with '$'.");
        }
    }

    private static String name(Document asked) {
        String name = Request.typed(asked, "name", String.class, "string");
        if (name == null) {
            throw new MongoServerError(9, "FailedToParse",
                    "The 'name' field is a required property of an index specification");
        }
        if (name.isEmpty() || name.equals("*")) {
            throw new MongoServerError(67, "CannotCreateIndex",
                    name.isEmpty() ? "index names cannot be empty" : "The index name '*' is not valid.");
        }
        return name;
    }

    private static void copyFlag(Document asked, Document checked, String option) {
        if (Request.flag(asked, option, false)) {
            checked.append(option, true);
        }
    }

    private static void partial(Document asked, Document checked, Names names) {
        Document filter = Request.typed(asked, "partialFilterExpression", Document.class, "object");
        if (filter == null) {
            return;
        }
        if (checked.containsKey("sparse")) {
            throw new MongoServerError(67, "CannotCreateIndex",
                    "cannot mix \"partialFilterExpression\" and \"sparse\" options");
        }
        Filter.parse(filter, names);
        checkPartial(filter);
        checked.append("partialFilterExpression", filter);
    }

    private static void checkPartial(Document filter) {
        filter.forEach((path, condition) -> {
            if (path.equals("$and") || path.equals("$or")) {
                Request.documents(filter, path).forEach(IndexSpecification::checkPartial);
            } else if (path.startsWith("$")) {
                throw unsupported(path);
            } else if (condition instanceof Document operators) {
                operators.forEach((operator, value) -> {
                    if (operator.startsWith("$") && !PARTIAL_OPERATORS.contains(operator)
                            || operator.equals("$exists") && !Request.flag(operators, "$exists", true)) {
                        throw unsupported(operator + ": " + value);
                    }
                });
            }
        });
    }

    private static MongoServerError unsupported(String expression) {
        return new MongoServerError(67, "CannotCreateIndex",
                "Expression not supported in partial index: " + expression);
    }

    private static void expire(Document asked, Document checked, Document key) {
        Number seconds = Request.typed(asked, "expireAfterSeconds", Number.class, "number");
        if (seconds == null) {
            return;
        }
        if (key.size() != 1) {
            throw new MongoServerError(67, "CannotCreateIndex",
                    "TTL indexes are single-field indexes, compound indexes do not support TTL. Index spec: " + key);
        }
        if (seconds.longValue() < 0 || seconds.longValue() > Integer.MAX_VALUE) {
            throw new MongoServerError(67, "CannotCreateIndex",
                    "TTL index 'expireAfterSeconds' option must be within an acceptable range, "
                            + "try a different number. Given: " + seconds);
        }
        checked.append("expireAfterSeconds", seconds);
    }

    /** Whether nothing but the name differs. */
    static boolean sameOptions(Document one, Document other) {
        return options(one).equals(options(other));
    }

    /** Whether MongoDB takes them for the same index: pattern and partial filter; other options then conflict. */
    static boolean sameIdentity(Document one, Document other) {
        return Objects.equals(one.get("partialFilterExpression"), other.get("partialFilterExpression"))
                && Request.flag(one, "unique", false) == Request.flag(other, "unique", false)
                && Request.flag(one, "sparse", false) == Request.flag(other, "sparse", false);
    }

    private static Set<String> options(Document specification) {
        return specification.entrySet().stream().filter(option -> !Set.of("v", "key", "name").contains(option.getKey()))
                .map(option -> option.getKey() + "="
                        + (option.getValue() instanceof Number number ? number.longValue() : option.getValue()))
                .collect(Collectors.toSet());
    }
}
