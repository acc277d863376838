package io.shopcare.platform.testkit.openapi;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Closes the schemas of an OpenAPI document: an object has the fields that are described, and no other. */
final class ClosedSchemas {
    private static final String ALL_OF = "allOf";
    private static final String PROPERTIES = "properties";
    private static final List<String> SAY_OTHERWISE = List.of("additionalProperties", "oneOf", "anyOf");

    private final Set<JsonNode> parts = Collections.newSetFromMap(new IdentityHashMap<>());

    private ClosedSchemas() {}

    /** A copy of the document with its schemas closed; what is only a part of another stays open. */
    static JsonNode of(JsonNode document) {
        JsonNode copy = document.deepCopy();
        var closed = new ClosedSchemas();
        closed.findParts(copy, copy);
        closed.close(copy);
        return copy;
    }

    private void findParts(JsonNode document, JsonNode at) {
        for (var part : at.path(ALL_OF)) {
            parts.add(part);
            if (part.has("$ref"))
                parts.add(document.at(part.path("$ref").asText().substring(1)));
        }
        at.forEach(child -> findParts(document, child));
    }

    private void close(JsonNode at) {
        at.forEach(this::close);
        if (!(at instanceof ObjectNode schema) || parts.contains(at))
            return;
        if (schema.has(ALL_OF))
            schema.put("unevaluatedProperties", false);
        else if (schema.path(PROPERTIES).isObject() && SAY_OTHERWISE.stream().noneMatch(schema::has))
            schema.put("additionalProperties", false);
    }
}
