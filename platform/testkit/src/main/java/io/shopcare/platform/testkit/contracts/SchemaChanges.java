package io.shopcare.platform.testkit.contracts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Walks an old and a new schema side by side and notes what would break somebody: a producer that still sends the old
 * form, a consumer that still reads it, or old events that are read again.
 */
final class SchemaChanges {
    private static final List<String> FIXED = List.of("type", "const", "pattern", "format", "additionalProperties",
            "uniqueItems", "x-topic", "x-producer", "x-aggregate", "x-key", "x-direction");
    private static final List<String> LOWER_BOUNDS = List.of("minimum", "minLength", "minItems");
    private static final List<String> UPPER_BOUNDS = List.of("maximum", "maxLength", "maxItems");
    private static final List<String> NOT_JUDGED = List.of("allOf", "anyOf", "oneOf", "not", "if", "prefixItems",
            "patternProperties", "dependentRequired", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "contains");

    private final JsonNode oldDefinitions;
    private final JsonNode newDefinitions;
    private final List<String> found = new ArrayList<>();

    private SchemaChanges(JsonNode oldCommon, JsonNode newCommon) {
        this.oldDefinitions = oldCommon.path("$defs");
        this.newDefinitions = newCommon.path("$defs");
    }

    static List<String> between(String name, JsonNode before, JsonNode oldCommon, JsonNode after, JsonNode newCommon) {
        var changes = new SchemaChanges(oldCommon, newCommon);
        changes.compare(name, before, after);
        return changes.found;
    }

    private void compare(String path, JsonNode oldSchema, JsonNode newSchema) {
        var before = resolve(oldSchema, oldDefinitions);
        var after = resolve(newSchema, newDefinitions);
        for (String keyword : FIXED)
            if (!before.path(keyword).equals(after.path(keyword)))
                note(path, keyword + " changed from " + shown(before, keyword) + " to " + shown(after, keyword));
        for (String keyword : NOT_JUDGED)
            if (!before.path(keyword).equals(after.path(keyword)))
                note(path, keyword + " changed, which cannot be judged; say it with other words");
        compareBounds(path, before, after);
        compareValues(path, before, after);
        compareFields(path, before, after);
        if (before.has("items"))
            compare(path + "[]", before.path("items"), after.path("items"));
    }

    private void compareBounds(String path, JsonNode before, JsonNode after) {
        for (String bound : LOWER_BOUNDS)
            if (after.has(bound) && (!before.has(bound) || after.path(bound).asLong() > before.path(bound).asLong()))
                note(path, bound + " was raised from " + shown(before, bound) + " to " + shown(after, bound));
        for (String bound : UPPER_BOUNDS)
            if (after.has(bound) && (!before.has(bound) || after.path(bound).asLong() < before.path(bound).asLong()))
                note(path, bound + " was lowered from " + shown(before, bound) + " to " + shown(after, bound));
    }

    private void compareValues(String path, JsonNode before, JsonNode after) {
        if (!before.has("enum") && !after.has("enum"))
            return;
        if (before.has("enum") != after.has("enum")) {
            note(path, before.has("enum") ? "its list of values was dropped" : "a list of values was put on it");
            return;
        }
        boolean extensible = before.path("x-extensible-enum").asBoolean();
        if (extensible && !after.path("x-extensible-enum").asBoolean())
            note(path, "its values may not grow any more");
        var oldValues = values(before);
        var newValues = values(after);
        for (String value : oldValues)
            if (!newValues.contains(value))
                note(path, "value " + value + " was removed");
        for (String value : newValues)
            if (!extensible && !oldValues.contains(value))
                note(path, "value " + value + " was added, but nobody was told that the values may grow");
    }

    private void compareFields(String path, JsonNode before, JsonNode after) {
        var oldRequired = texts(before.path("required"));
        var newRequired = texts(after.path("required"));
        for (Map.Entry<String, JsonNode> field : before.path("properties").properties()) {
            var name = field.getKey();
            var inside = path + "." + name;
            if (!after.path("properties").has(name)) {
                note(inside, "was removed or renamed");
                continue;
            }
            if (oldRequired.contains(name) && !newRequired.contains(name))
                note(inside, "is not always there any more");
            compare(inside, field.getValue(), after.path("properties").path(name));
        }
        for (String name : newRequired)
            if (!oldRequired.contains(name))
                note(path + "." + name, "is newly required; events of the past do not have it");
    }

    private static JsonNode resolve(JsonNode schema, JsonNode definitions) {
        var resolved = schema;
        while (resolved.has("$ref")) {
            var reference = resolved.path("$ref").asText();
            resolved = definitions.path(reference.substring(reference.lastIndexOf('/') + 1));
            if (resolved.isMissingNode())
                throw new IllegalStateException("no definition for " + reference);
        }
        return resolved;
    }

    private void note(String path, String change) {
        found.add(path + ": " + change);
    }

    private static String shown(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.path(keyword).asText() : "nothing";
    }

    private static Set<String> values(JsonNode schema) {
        return texts(schema.path("enum"));
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new LinkedHashSet<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
