package io.shopcare.platform.testkit.contracts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is agreed about an event type.
 *
 * @param type      {@code ce_type}
 * @param topic     Kafka topic
 * @param producer  the one service that publishes it
 * @param aggregate what it happened to; the sequence counts per aggregate
 * @param key       field of the data that is the record's key and {@code ce_subject}
 * @param retention how long the topic keeps it
 * @param schema    its JSON Schema
 */
public record EventContract(String type, String topic, String producer, String aggregate, String key, String retention,
        JsonNode schema) {

    static EventContract of(String type, JsonNode schema) {
        return new EventContract(type, text(schema, "x-topic"), text(schema, "x-producer"), text(schema, "x-aggregate"),
                text(schema, "x-key"), text(schema, "x-retention"), schema);
    }

    /** Its name for people. */
    public String title() {
        return text(schema, "title");
    }

    /** What it means, in a sentence or two. */
    public String description() {
        return text(schema, "description");
    }

    private static String text(JsonNode schema, String field) {
        var value = schema.path(field);
        if (!value.isTextual())
            throw new IllegalStateException(schema.path("$id").asText() + " has no " + field);
        return value.textValue();
    }
}
