package io.shopcare.mongo.honesty;

import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;
import io.shopcare.mongo.values.Values;

/** The options of create and collMod: plain collections only. */
final class CreateRules {
    static final Set<String> OPTIONS = Set.of("capped", "size", "max", "autoIndexId", "storageEngine", "validator",
            "validationLevel", "validationAction", "viewOn", "pipeline", "collation", "timeseries",
            "expireAfterSeconds",
            "clusteredIndex", "changeStreamPreAndPostImages", "indexOptionDefaults", "encryptedFields", "idIndex",
            "flags");
    static final Set<String> MODIFICATIONS = Set.of("index", "validator", "validationLevel", "validationAction",
            "viewOn",
            "pipeline", "timeseries", "expireAfterSeconds", "clusteredIndex", "changeStreamPreAndPostImages",
            "cappedSize",
            "cappedMax");

    private CreateRules() {}

    static void create(Document body) {
        body.forEach((option, value) -> {
            if (OPTIONS.contains(option) && !option.equals("collation") && !isHarmless(option, value)) {
                throw Honesty.notSupported("the option '" + option + "' of create");
            }
        });
    }

    private static boolean isHarmless(String option, @Nullable Object value) {
        return switch (option) {
            case "capped" -> !Values.isTrue(value);
            case "autoIndexId" -> Values.isTrue(value);
            case "validationLevel" -> "strict".equals(value);
            case "validationAction" -> "error".equals(value);
            case "changeStreamPreAndPostImages" ->
                value instanceof Document images && !Values.isTrue(images.get("enabled"));
            case "idIndex" -> value instanceof Document index && new Document("_id", 1).equals(index.get("key"));
            case "storageEngine", "indexOptionDefaults", "validator" ->
                value instanceof Document options && options.isEmpty();
            default -> false;
        };
    }

    static void modify(Document body) {
        body.forEach((option, value) -> {
            if (MODIFICATIONS.contains(option) && !option.equals("index")) {
                throw Honesty.notSupported("the option '" + option + "' of collMod");
            }
        });
        if (body.get("index") instanceof Document index) {
            for (String field : index.keySet()) {
                if (Set.of("hidden", "unique", "prepareUnique").contains(field)) {
                    throw Honesty.notSupported("collMod index." + field);
                }
                if (!Set.of("name", "keyPattern", "expireAfterSeconds").contains(field)) {
                    throw Honesty.unknown("collMod.index", field);
                }
            }
        } else if (body.containsKey("index")) {
            throw Code.TYPE_MISMATCH.error("BSON field 'collMod.index' is the wrong type, expected type 'object'");
        }
    }
}
