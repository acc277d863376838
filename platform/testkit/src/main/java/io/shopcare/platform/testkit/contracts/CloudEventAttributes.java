package io.shopcare.platform.testkit.contracts;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The headers of every event. */
final class CloudEventAttributes {
    private record Header(String name, String meaning, String example) {}

    private static final List<Header> HEADERS = List.of(
            new Header("content-type", "Always application/json.", "application/json"),
            new Header("ce_specversion", "Always 1.0.", "1.0"),
            new Header("ce_id", "The same for every delivery of this event.", "01a1c327-d510-73ee-8b7e-96e59ce40f9c-1"),
            new Header("ce_type", "Type of the event; names its schema.", "order.placed.v1"),
            new Header("ce_source", "Service that published it.", "/shopcare/order-service"),
            new Header("ce_subject", "Id of the aggregate; the same as the key.",
                    "01a1c327-d510-73ee-8b7e-96e59ce40f9c"),
            new Header("ce_time", "When it happened; UTC.", "2026-11-10T01:52:10Z"),
            new Header("ce_dataschema", "Id of its schema.", "urn:shopcare:schema:order.placed.v1"),
            new Header("ce_sequence", "Whole number as text, from 1 per aggregate, without gaps. An event may come "
                    + "again; what is not newer than the last one heard is dropped.", "1"),
            new Header("ce_sequencetype", "Always Integer.", "Integer"));
    private static final Header TRACE = new Header("traceparent", "W3C trace context, when the cause was traced.",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    private CloudEventAttributes() {}

    static ObjectNode schema() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var required = schema.putArray("required");
        HEADERS.forEach(header -> required.add(header.name()));
        var properties = schema.putObject("properties");
        HEADERS.forEach(header -> put(properties, header));
        put(properties, TRACE);
        return schema;
    }

    private static void put(ObjectNode properties, Header header) {
        properties.putObject(header.name()).put("type", "string").put("description", header.meaning())
                .putArray("examples").add(header.example());
    }
}
