package io.shopcare.platform.testkit.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a caller needs of a service's OpenAPI document: a title and version, a summary for every operation, and an example
 * for whatever has to be given, so that "execute" works as it stands.
 */
public final class OpenApiRules {
    private final JsonNode document;
    private final List<String> missing = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private OpenApiRules(JsonNode document) {
        this.document = document;
    }

    /** What is missing, a line each. */
    public static List<String> missingIn(JsonNode document) {
        var rules = new OpenApiRules(document);
        rules.check();
        return List.copyOf(rules.missing);
    }

    private void check() {
        for (var field : List.of("title", "description", "version"))
            if (document.at("/info/" + field).asText().isBlank())
                missing.add("info: " + field);
        if (document.path("paths").isEmpty())
            missing.add("paths: every one");
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(
                operation -> check(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private void check(String name, JsonNode operation) {
        if (operation.path("summary").asText().isBlank())
            missing.add(name + ": summary");
        for (var parameter : operation.path("parameters"))
            if (parameter.path("required").asBoolean() && !parameter.has("example")
                    && !isGiven(parameter.path("schema")))
                missing.add(name + ": example of " + parameter.path("name").asText());
        operation.at("/requestBody/content").forEach(content -> check(content.path("schema")));
    }

    private void check(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            if (seen.add(reference))
                fields(reference.substring(reference.lastIndexOf('/') + 1), document.at(reference.substring(1)));
        } else if (schema.has("items") && !schema.has("example"))
            check(schema.path("items"));
        else
            schema.path("oneOf").forEach(this::check);
    }

    private void fields(String name, JsonNode schema) {
        if (schema.has("example"))
            return;
        schema.path("oneOf").forEach(this::check);
        schema.path("properties").properties().forEach(field -> {
            var type = field.getValue();
            if (type.has("$ref") || type.has("oneOf") || type.path("items").has("$ref"))
                check(type);
            else if (!isGiven(type))
                missing.add(name + "." + field.getKey() + ": example");
        });
    }

    private static boolean isGiven(JsonNode type) {
        return type.has("example") || type.has("examples") || type.has("default") || type.has("enum")
                || type.has("const") || type.path("type").asText().equals("boolean");
    }
}
