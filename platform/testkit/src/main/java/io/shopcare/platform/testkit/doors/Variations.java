package io.shopcare.platform.testkit.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The body of a request with something else in one of its fields, which its schema takes as well. */
final class Variations {
    /** What it is about stays: something else would not be found, and that says nothing of keys. */
    private static final Set<String> SUBJECTS = Set.of("shop", "sku", "channel", "warehouse", "platform");

    private final Operation operation;
    private final List<JsonNode> found = new ArrayList<>();

    private Variations(Operation operation) {
        this.operation = operation;
    }

    /** One for each field, at whatever depth, that can be changed. */
    static List<JsonNode> of(Operation operation, JsonNode body) {
        var variations = new Variations(operation);
        variations.vary(body, operation.bodySchema(), body);
        return List.copyOf(variations.found);
    }

    private void vary(JsonNode whole, JsonNode schema, JsonNode at) {
        if (at instanceof ObjectNode object)
            object.properties().stream().filter(field -> !isSubject(field.getKey())).forEach(field -> change(whole,
                    operation.resolve(schema.path("properties").path(field.getKey())), field.getValue(),
                    (other, changed) -> other.set(field.getKey(), changed), object));
        if (at instanceof ArrayNode list && !list.isEmpty())
            vary(whole, operation.resolve(schema.path("items")), list.get(0));
    }

    /** Changes the field in place, copies all of it, and changes it back. */
    private void change(JsonNode whole, JsonNode schema, JsonNode value, BiConsumer<ObjectNode, JsonNode> set,
            ObjectNode object) {
        if (value.isContainerNode()) {
            vary(whole, schema, value);
            return;
        }
        var other = other(schema, value);
        if (other.equals(value))
            return;
        set.accept(object, other);
        found.add(whole.deepCopy());
        set.accept(object, value);
    }

    private static JsonNode other(JsonNode schema, JsonNode value) {
        for (var choice : schema.path("enum"))
            if (!choice.equals(value))
                return choice;
        if (value.isInt())
            return IntNode.valueOf(value.asInt() + 1);
        if (value.isBoolean())
            return BooleanNode.valueOf(!value.asBoolean());
        return value.isTextual() && !schema.has("enum") ? TextNode.valueOf(other(value.asText())) : value;
    }

    private static String other(String text) {
        if (!text.matches(".*\\d"))
            return text + "-x";
        int digit = Character.digit(text.charAt(text.length() - 1), 10);
        return text.substring(0, text.length() - 1) + (digit == 0 ? 1 : digit - 1);
    }

    private static boolean isSubject(String name) {
        return SUBJECTS.contains(name) || name.endsWith("Id");
    }
}
