package io.shopcare.platform.testkit.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Puts a value that nobody knows yet wherever the schema says that values may grow: consumers must not stumble. */
final class NewValues {
    static final TextNode VALUE = TextNode.valueOf("value-of-tomorrow");

    private final JsonNode definitions;

    private NewValues(JsonNode common) {
        this.definitions = common.path("$defs");
    }

    static JsonNode in(JsonNode data, JsonNode schema, JsonNode common) {
        return new NewValues(common).replace(data.deepCopy(), schema);
    }

    private JsonNode replace(JsonNode node, JsonNode reference) {
        var schema = resolve(reference);
        if (schema.path("x-extensible-enum").asBoolean())
            return VALUE;
        if (node instanceof ObjectNode object)
            object.properties().forEach(
                    field -> field.setValue(replace(field.getValue(), schema.path("properties").path(field.getKey()))));
        if (node instanceof ArrayNode array)
            for (int i = 0; i < array.size(); i++)
                array.set(i, replace(array.get(i), schema.path("items")));
        return node;
    }

    private JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty()
                ? schema
                : resolve(definitions.path(reference.substring(reference.lastIndexOf('/') + 1)));
    }
}
