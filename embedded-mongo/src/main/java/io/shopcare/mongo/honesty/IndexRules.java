package io.shopcare.mongo.honesty;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Kind;
import io.shopcare.mongo.values.Numbers;
import io.shopcare.mongo.values.Paths;
import io.shopcare.mongo.values.Values;

/** The specifications of indexes: known options, supported kinds, and the combinations that MongoDB refuses. */
final class IndexRules {
    private static final Set<String> OPTIONS = Set.of("key", "name", "unique", "sparse", "expireAfterSeconds",
            "partialFilterExpression", "background", "v", "ns", "hidden", "collation", "prepareUnique",
            "storageEngine");
    private static final Set<String> OTHER_KINDS = Set.of("weights", "default_language", "language_override",
            "textIndexVersion", "2dsphereIndexVersion", "bits", "min", "max", "bucketSize", "wildcardProjection",
            "clustered",
            "columnstoreProjection");
    private static final Set<String> OF_ID = Set.of("key", "name", "v", "ns", "collation", "background", "unique");
    private static final int MOST_FIELDS = 32;

    private IndexRules() {}

    static void check(@Nullable Object indexes) {
        if (!(indexes instanceof List<?> specs)) {
            throw Code.location(40414, "BSON field 'createIndexes.indexes' is missing but a required field");
        }
        if (specs.isEmpty()) {
            throw Code.BAD_VALUE.error("Must specify at least one index to create");
        }
        for (Object spec : specs) {
            if (!(spec instanceof Document index)) {
                throw Code.TYPE_MISMATCH
                        .error("BSON field 'createIndexes.indexes' is the wrong type, expected type 'object'");
            }
            check(index);
        }
    }

    private static void check(Document index) {
        if (!(index.get("key") instanceof Document key)) {
            throw Code.FAILED_TO_PARSE.error("The 'key' field is a required property of an index specification");
        }
        key.forEach((path, kind) -> key(path, kind));
        if (key.isEmpty()) {
            throw Code.CANNOT_CREATE_INDEX.error("Index keys cannot be empty.");
        }
        if (key.size() > MOST_FIELDS) {
            throw Code.location(13103, "too many compound keys");
        }
        index.forEach((option, value) -> option(index, option, value));
        name(index.get("name"));
        if (key.keySet().equals(Set.of("_id"))) {
            ofId(index);
        }
        expiry(index, key);
        if (index.containsKey("partialFilterExpression")) {
            PartialFilterRules.check(index);
        }
    }

    private static void key(String path, @Nullable Object kind) {
        if (kind instanceof String plugin) {
            throw Code.CANNOT_CREATE_INDEX.error(Set.of("text", "2d", "2dsphere", "hashed").contains(plugin)
                    ? "Index type '" + plugin + "' is not supported by this server"
                    : "Unknown index plugin '" + plugin + "'");
        }
        if (!(kind instanceof Number direction) || Numbers.isNaN(kind)) {
            throw Code.CANNOT_CREATE_INDEX.error("Values in v:2 index key pattern cannot be of type "
                    + Kind.nameOf(kind) + ". Only numbers > 0, numbers < 0, and strings are allowed.");
        }
        if (Numbers.compare(direction, 0) == 0) {
            throw Code.CANNOT_CREATE_INDEX.error("Values in the index key pattern cannot be 0.");
        }
        for (String part : Paths.split(path)) {
            if (part.isEmpty()) {
                throw Code.CANNOT_CREATE_INDEX.error("Index keys cannot contain an empty field.");
            }
            if (part.equals("$**")) {
                throw Code.CANNOT_CREATE_INDEX.error("Wildcard indexes are not supported by this server: " + path);
            }
            if (part.startsWith("$") && !Set.of("$id", "$ref", "$db").contains(part)) {
                throw Code.CANNOT_CREATE_INDEX
                        .error("Index key contains an illegal field name: field name starts with '$'.");
            }
        }
    }

    private static void option(Document index, String option, @Nullable Object value) {
        if (OTHER_KINDS.contains(option)) {
            throw Code.CANNOT_CREATE_INDEX.error("Index option '" + option + "' is not supported by this server");
        }
        if (!OPTIONS.contains(option)) {
            throw Code.INVALID_INDEX_SPECIFICATION_OPTION.error("The field '" + option
                    + "' is not valid for an index specification. Specification: " + Values.show(index));
        }
        switch (option) {
            case "collation" -> Refusals.collation(value);
            case "hidden", "prepareUnique" -> {
                if (Values.isTrue(value)) {
                    throw Honesty.notSupported("the index option '" + option + "'");
                }
            }
            case "storageEngine" -> {
                if (value instanceof Document options && !options.isEmpty()) {
                    throw Honesty.notSupported("the index option 'storageEngine'");
                }
            }
            case "v" -> {
                if (Numbers.whole(value).filter(version -> version == 2).isEmpty()) {
                    throw Code.CANNOT_CREATE_INDEX.error("Invalid index specification " + Values.show(index)
                            + "; cannot create an index with v=" + Values.show(value));
                }
            }
            default -> {
                // the command reads it
            }
        }
    }

    private static void name(@Nullable Object name) {
        if (!(name instanceof String text)) {
            throw Code.FAILED_TO_PARSE.error("The 'name' field is a required property of an index specification");
        }
        if (text.isEmpty() || text.equals("*")) {
            throw Code.BAD_VALUE.error("The index name '" + text + "' is not valid.");
        }
    }

    private static void ofId(Document index) {
        for (String option : index.keySet()) {
            if (!OF_ID.contains(option)) {
                throw Code.INVALID_INDEX_SPECIFICATION_OPTION.error("The field '" + option
                        + "' is not valid for an _id index specification. Specification: " + Values.show(index));
            }
        }
    }

    private static void expiry(Document index, Document key) {
        Object seconds = index.get("expireAfterSeconds");
        if (!index.containsKey("expireAfterSeconds")) {
            return;
        }
        if (!(seconds instanceof Number number)) {
            throw Code.CANNOT_CREATE_INDEX
                    .error("TTL index 'expireAfterSeconds' option must be numeric, but received a type of "
                            + Kind.nameOf(seconds) + ". Index spec: " + Values.show(index));
        }
        if (Numbers.compare(number, 0) < 0 || Numbers.compare(number, Integer.MAX_VALUE) > 0) {
            throw Code.CANNOT_CREATE_INDEX
                    .error("TTL index 'expireAfterSeconds' option must be within an acceptable range, "
                            + "try a different number. Index spec: " + Values.show(index));
        }
        if (key.size() != 1) {
            throw Code.CANNOT_CREATE_INDEX
                    .error("TTL indexes are single-field indexes, compound indexes do not support TTL. "
                            + "Index spec: " + Values.show(index));
        }
    }
}
