package io.shopcare.platform.events;

import java.time.Instant;
import java.util.Date;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

import io.shopcare.platform.json.Json;

/** An event of the outbox as a record for the broker. */
final class OutgoingRecord {
    private OutgoingRecord() {}

    static ProducerRecord<String, String> of(String topic, String source, Document event) {
        var id = event.getString("parent");
        var type = event.getString("type");
        long sequence = event.get("seq", Number.class).longValue();
        Instant at = event.get("at", Date.class).toInstant();
        var record = new ProducerRecord<>(topic, null, at.toEpochMilli(), id, json(event.get("data", Document.class)));
        var headers = record.headers();
        CloudEventHeaders.put(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        CloudEventHeaders.put(headers, CloudEventHeaders.ID, id + "-" + sequence);
        CloudEventHeaders.put(headers, CloudEventHeaders.TYPE, type);
        CloudEventHeaders.put(headers, CloudEventHeaders.SOURCE, source);
        CloudEventHeaders.put(headers, CloudEventHeaders.TIME, at.toString());
        CloudEventHeaders.put(headers, CloudEventHeaders.SUBJECT, id);
        CloudEventHeaders.put(headers, CloudEventHeaders.SCHEMA, "urn:shopcare:schema:" + type);
        CloudEventHeaders.put(headers, CloudEventHeaders.SEQUENCE, Long.toString(sequence));
        CloudEventHeaders.put(headers, CloudEventHeaders.SEQUENCE_TYPE, "Integer");
        CloudEventHeaders.put(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        if (event.getString("trace") != null)
            CloudEventHeaders.put(headers, CloudEventHeaders.TRACE_PARENT, event.getString("trace"));
        return record;
    }

    private static String json(Document data) {
        try {
            return Json.WIRE.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored event data is always JSON", e);
        }
    }
}
