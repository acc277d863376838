package io.shopcare.platform.testkit.contracts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A realistic event or frame.
 *
 * @param type {@code order.placed.v1} for an event, {@code client.post} for a frame
 * @param name what is special about it
 * @param data as it goes over the wire; shared, not to be changed
 */
public record Sample(String type, String name, JsonNode data) {
    /** The bytes' text, as a consumer gets it. */
    public String text() {
        return data.toString();
    }

    /** Short, for the names of parameterised tests. */
    @Override
    public String toString() {
        return type + " " + name;
    }
}
