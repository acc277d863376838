package io.shopcare.platform.testkit.contracts;

import java.util.ArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Adds to every object what a later version of the producer might: consumers must not care. */
final class UnknownFields {
    private UnknownFields() {}

    static JsonNode addTo(JsonNode data) {
        var copy = data.deepCopy();
        add(copy);
        return copy;
    }

    private static void add(JsonNode node) {
        for (JsonNode child : new ArrayList<>(children(node)))
            add(child);
        if (node instanceof ObjectNode object) {
            object.put("unknownText", "added later");
            object.put("unknownFlag", true);
            object.putObject("unknownObject").put("number", 1);
            object.putArray("unknownList").add("a");
        }
    }

    private static ArrayList<JsonNode> children(JsonNode node) {
        var children = new ArrayList<JsonNode>();
        node.elements().forEachRemaining(children::add);
        return children;
    }
}
