package io.shopcare.platform.testkit.doors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.shopcare.platform.ids.Ids;

/**
 * An operation of an OpenAPI document, and the request that its own examples make.
 *
 * @param method   in capitals
 * @param path     with variables in braces
 * @param described the operation's part of the document
 * @param document whole, for references
 */
public record Operation(String method, String path, JsonNode described, JsonNode document) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String CLIENT_ID = "clientMessageId";
    private static final Pattern VARIABLE = Pattern.compile("([^/]+)/\\{(\\w+)}");

    /** All operations, in the order of the document. */
    public static List<Operation> allOf(JsonNode document) {
        var all = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(one -> {
            if (METHODS.contains(one.getKey()))
                all.add(new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue(), document));
        }));
        return List.copyOf(all);
    }

    /** As {@code GET /api/order/orders/{id}}. */
    public String name() {
        return method + " " + path;
    }

    /** Whether it takes an {@code Idempotency-Key}. */
    public boolean takesKey() {
        for (var parameter : described.path("parameters"))
            if (parameter.path("name").asText().equals("Idempotency-Key"))
                return true;
        return false;
    }

    /** Parameters that stand in a place: {@code path}, {@code query}, {@code header}. */
    public List<JsonNode> parameters(String place) {
        var found = new ArrayList<JsonNode>();
        for (var parameter : described.path("parameters"))
            if (parameter.path("in").asText().equals(place))
                found.add(parameter);
        return found;
    }

    /** The content types of its body, none when it takes none. */
    public List<String> contentTypes() {
        var types = new ArrayList<String>();
        described.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The schema of its JSON body, references followed; missing when it takes none. */
    public JsonNode bodySchema() {
        return resolve(described.path("requestBody").path("content").path("application/json").path("schema"));
    }

    /** A schema itself, where it is given by reference. */
    public JsonNode resolve(JsonNode schema) {
        var at = schema;
        for (int depth = 0; at.has("$ref") && depth < 20; depth++)
            at = document.at(at.path("$ref").asText().substring(1));
        return at;
    }

    /**
     * What a caller sends who follows the examples.
     *
     * @param things ids that stand for the examples', by the word before the variable ({@code orders}) or by the parameter's
     *               name ({@code orderId})
     */
    public ExampleRequest example(Map<String, String> things) {
        return new ExampleRequest(method, filled(things), described.path("requestBody").isMissingNode()
                ? JsonNodeFactory.instance.missingNode()
                : about(things, exampleOf(
                        described.path("requestBody").path("content").path("application/json").path("schema"),
                        new HashSet<>())),
                contentTypes().contains("multipart/form-data"));
    }

    /** The things by their names; what a client makes up anew for each message is made up anew. */
    private static JsonNode about(Map<String, String> things, JsonNode body) {
        if (!(body.deepCopy() instanceof ObjectNode copy))
            return body;
        if (copy.path(CLIENT_ID).isTextual())
            copy.put(CLIENT_ID, "c-" + Ids.next());
        things.forEach((name, id) -> {
            if (copy.path(name).isTextual())
                copy.put(name, id);
            else if (copy.path(name).isArray() && copy.path(name).path(0).isTextual())
                copy.putArray(name).add(id);
        });
        return copy;
    }

    /** Whether every variable of the path is one of these things. */
    boolean isAbout(Map<String, String> things) {
        return VARIABLE.matcher(path).results()
                .allMatch(found -> things.containsKey(found.group(1)) || things.containsKey(found.group(2)));
    }

    /** Whether it is about one thing: by its path, or by a parameter that must name it. */
    boolean namesAThing() {
        return path.contains("{") || parameters("query").stream().anyMatch(parameter -> parameter.path("required")
                .asBoolean() && parameter.path("name").asText().endsWith("Id"));
    }

    private String filled(Map<String, String> things) {
        var whole = VARIABLE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) + "/" + things.getOrDefault(found.group(1), things.getOrDefault(found.group(2),
                        exampleOfParameter("path", found.group(2))))));
        var query = new ArrayList<String>();
        for (var parameter : parameters("query"))
            if (parameter.path("required").asBoolean()) {
                var name = parameter.path("name").asText();
                query.add(name + "=" + things.getOrDefault(name, exampleOfParameter("query", name)));
            }
        return query.isEmpty() ? whole : whole + "?" + String.join("&", query);
    }

    private String exampleOfParameter(String place, String name) {
        return parameters(place).stream().filter(parameter -> parameter.path("name").asText().equals(name))
                .map(parameter -> parameter.has("example")
                        ? parameter.path("example")
                        : exampleOf(parameter.path("schema"), new HashSet<>()))
                .map(JsonNode::asText).findFirst().orElse("none");
    }

    /** The example of a schema: its own, or one made of the fields that must be there or have one. */
    private JsonNode exampleOf(JsonNode given, Set<String> within) {
        var schema = resolve(given);
        for (var place : List.of("/example", "/examples/0", "/default", "/const", "/enum/0"))
            if (!schema.at(place).isMissingNode())
                return schema.at(place);
        if (given.has("$ref") && !within.add(given.path("$ref").asText()))
            return JsonNodeFactory.instance.objectNode();
        if (schema.has("oneOf"))
            return exampleOf(schema.path("oneOf").path(0), within);
        if (schema.has("items"))
            return JsonNodeFactory.instance.arrayNode().add(exampleOf(schema.path("items"), within));
        return switch (schema.path("type").asText()) {
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(1);
            case "string" -> JsonNodeFactory.instance.textNode("text");
            default -> fields(schema, within);
        };
    }

    private ObjectNode fields(JsonNode schema, Set<String> within) {
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        var made = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(field -> {
            var type = field.getValue();
            if (required.contains(field.getKey()) || type.has("example") || type.has("examples"))
                made.set(field.getKey(), exampleOf(type, new HashSet<>(within)));
        });
        return made;
    }
}
