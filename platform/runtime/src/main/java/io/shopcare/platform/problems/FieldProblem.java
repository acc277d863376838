package io.shopcare.platform.problems;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.json.Json;

/**
 * What is wrong with one field of a request.
 *
 * @param field  path in the body ({@code lines[0].quantity}) or name of the parameter or header
 * @param reason code in {@code contracts/reasons.yaml}
 * @param facts  that the reason quotes; never the value that was sent
 */
public record FieldProblem(String field, String reason, Map<String, Object> facts) {
    public FieldProblem {
        facts = Map.copyOf(facts);
    }

    /** Something of another type was sent; for an enumeration, none of its values. */
    public static FieldProblem wrongType(String field, @Nullable Class<?> wanted) {
        if (wanted != null && wanted.isEnum())
            return new FieldProblem(field, "unknown-value",
                    Map.of("allowed", Arrays.stream(wanted.getEnumConstants()).map(Json.WIRE::valueToTree)
                            .map(node -> ((JsonNode) node).asText()).collect(Collectors.joining(", "))));
        return new FieldProblem(field, "wrong-type", Map.of("type", wanted == null ? "?" : nameOf(wanted)));
    }

    private static String nameOf(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class)
            return "number";
        if (type == String.class)
            return "text";
        if (Collection.class.isAssignableFrom(type))
            return "list";
        if (Map.class.isAssignableFrom(type))
            return "object";
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
