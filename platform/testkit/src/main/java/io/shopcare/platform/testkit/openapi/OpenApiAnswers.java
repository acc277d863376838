package io.shopcare.platform.testkit.openapi;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.shopcare.platform.testkit.contracts.ContractSchema;
import io.shopcare.platform.testkit.contracts.Violation;

/**
 * Judges what a service answers by its own OpenAPI document: an answer is one that is described, with the fields that are
 * described and no other, so that a client who was built from the document can read it.
 */
public final class OpenApiAnswers {
    private static final int REFUSED = 400;

    /** An operation, and the paths that are its own. */
    private record Described(String name, String method, Pattern paths, JsonNode responses) {
        static Described of(String method, String path, JsonNode operation) {
            var paths = Pattern.compile("\\{\\w+}|[^{}]+").matcher(path).results().map(part -> part.group()
                    .startsWith("{") ? "[^/]+" : Pattern.quote(part.group())).collect(Collectors.joining());
            return new Described(method + " " + path, method, Pattern.compile(paths), operation.path("responses"));
        }

        boolean is(String otherMethod, String path) {
            return method.equals(otherMethod) && paths.matcher(path).matches();
        }

        long variables() {
            return name.chars().filter(one -> one == '{').count();
        }
    }

    private final JsonNode components;
    private final List<Described> operations = new ArrayList<>();
    private final Map<String, ContractSchema> schemas = new ConcurrentHashMap<>();

    /** @param document of the service, as it gives it out */
    public OpenApiAnswers(JsonNode document) {
        var closed = ClosedSchemas.of(document);
        this.components = closed.path("components");
        closed.path("paths").properties().forEach(path -> path.getValue().properties().forEach(one -> operations.add(
                Described.of(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue()))));
        operations.sort(Comparator.comparing(Described::variables)); // a word of its own goes before a variable
    }

    /** What is wrong with an answer. */
    public Optional<String> wrongWith(HttpResponse<String> answer) {
        var method = answer.request().method();
        var path = answer.uri().getRawPath();
        var known = operations.stream().filter(one -> one.is(method, path)).findFirst();
        if (known.isPresent())
            return wrongWith(known.get(), answer)
                    .map(wrong -> known.get().name() + " was answered " + answer.statusCode() + " " + wrong);
        return path.startsWith("/api/") && answer.statusCode() < REFUSED
                ? Optional.of(method + " " + path + " is answered, and is not in the document")
                : Optional.empty();
    }

    private Optional<String> wrongWith(Described operation, HttpResponse<String> answer) {
        boolean refused = answer.statusCode() >= REFUSED;
        var status = refused ? "default" : Integer.toString(answer.statusCode());
        if (!operation.responses().has(status))
            return Optional.of("which is not described; there are " + names(operation.responses()));
        var content = operation.responses().path(status).path("content");
        if (answer.body().isEmpty())
            return content.isEmpty() || refused
                    ? Optional.empty()
                    : Optional.of("with nothing in it, but described are " + names(content));
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (!content.has(type))
            return Optional.of("as " + type + ", but described are " + names(content));
        return type.endsWith("json")
                ? violations(operation.name() + " " + status, content.path(type).path("schema"), answer.body())
                : Optional.empty();
    }

    private Optional<String> violations(String name, JsonNode schema, String body) {
        var found = schemas.computeIfAbsent(name, _ -> ContractSchema.ofOpenApi(name, whole(schema))).validate(body);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("not as described: " + found.stream().map(Violation::toString).toList());
    }

    private JsonNode whole(JsonNode schema) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", components);
        whole.putArray("allOf").add(schema);
        return whole;
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
