package io.shopcare.platform.testkit.contracts;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings schemas into one document: references point inside it, and nothing re-bases them. */
final class AsyncApiSchemas {
    private static final String PREFIX = "#/components/schemas/";

    private AsyncApiSchemas() {}

    /** The common definitions by the names that they have in the document. */
    static ObjectNode common(JsonNode common) {
        var schemas = JsonNodeFactory.instance.objectNode();
        common.path("$defs").properties()
                .forEach(definition -> schemas.set(name(definition.getKey()), inside(definition.getValue())));
        return schemas;
    }

    /** A copy of a schema as it stands in the document. */
    static JsonNode inside(JsonNode node) {
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(inside(element)));
            return copy;
        }
        if (!node.isObject())
            return node;
        var copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            switch (field.getKey()) {
                case "$schema" -> {
                }
                case "$id" -> copy.set("x-id", field.getValue());
                case "$ref" -> refer(copy, field.getValue().asText(), node.size() == 1);
                default -> copy.set(field.getKey(), inside(field.getValue()));
            }
        });
        return copy;
    }

    /** Many tools drop what stands beside a reference; as one of several it stays. */
    private static void refer(ObjectNode schema, String reference, boolean alone) {
        var target = PREFIX + name(reference.substring(reference.lastIndexOf('/') + 1));
        if (alone)
            schema.put("$ref", target);
        else
            schema.putArray("allOf").addObject().put("$ref", target);
    }

    private static String name(String definition) {
        return definition.substring(0, 1).toUpperCase(Locale.ROOT) + definition.substring(1);
    }
}
