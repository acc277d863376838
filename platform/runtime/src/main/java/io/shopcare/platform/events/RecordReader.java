package io.shopcare.platform.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.json.Json;

/** Reads a record as the event that the contract has; whatever is not one is refused, never guessed at. */
final class RecordReader {
    private RecordReader() {}

    static String type(ConsumerRecord<String, String> record) {
        return required(record, CloudEventHeaders.TYPE);
    }

    /** @throws UnreadableEventException naming the header or the part that is wrong */
    static EventMeta meta(ConsumerRecord<String, String> record, JsonNode data) {
        var type = type(record);
        required(record, CloudEventHeaders.SPEC_VERSION);
        expect(record, CloudEventHeaders.SPEC_VERSION, "1.0");
        expect(record, CloudEventHeaders.SCHEMA, "urn:shopcare:schema:" + type);
        if (record.key() == null)
            throw new UnreadableEventException("the key is missing", null);
        try {
            return new EventMeta(record.topic(), required(record, CloudEventHeaders.ID), type,
                    required(record, CloudEventHeaders.SUBJECT),
                    Long.parseLong(required(record, CloudEventHeaders.SEQUENCE)),
                    Instant.parse(required(record, CloudEventHeaders.TIME)), actor(data));
        } catch (NumberFormatException | DateTimeException e) {
            throw new UnreadableEventException("a header is malformed", e);
        }
    }

    static JsonNode data(ConsumerRecord<String, String> record) {
        if (record.value() == null)
            throw new UnreadableEventException("the value is missing", null);
        try {
            var data = Json.WIRE.readTree(record.value());
            if (!data.isObject())
                throw new UnreadableEventException("the value is no object", null);
            return data;
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException("the value is not JSON", e);
        }
    }

    private static Actor actor(JsonNode data) {
        var kind = data.at("/actor/kind").asText("system").toUpperCase(Locale.ROOT);
        try {
            return new Actor(Actor.Kind.valueOf(kind), data.at("/actor/id").asText("unknown"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("the kind of actor is not known", e);
        }
    }

    /** The schema is an optional attribute; if it is there it has to be the right one. */
    private static void expect(ConsumerRecord<String, String> record, String header, String value) {
        if (!CloudEventHeaders.get(record.headers(), header).orElse(value).equals(value))
            throw new UnreadableEventException(header + " is not " + value, null);
    }

    private static String required(ConsumerRecord<String, String> record, String header) {
        return CloudEventHeaders.get(record.headers(), header)
                .orElseThrow(() -> new UnreadableEventException(header + " is missing", null));
    }
}
