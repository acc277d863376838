package io.shopcare.platform.parking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits, whole, so that running it again does not need the topic.
 *
 * @param value    as it came; null when there was none
 * @param at       when the broker, or the producer, stamped it
 * @param isCopied whether the dead-letter topic has it
 */
public record ParkedRecord(String id, String topic, int partition, long offset, @Nullable String key,
        @Nullable String value, Instant at, List<Header> headers, boolean isCopied) {

    /** @param value null when there was none */
    record Header(String name, byte @Nullable [] value) {}

    /** Text of a header, if it is there. */
    public Optional<String> header(String name) {
        return headers.stream().filter(header -> header.name().equals(name) && header.value() != null)
                .reduce((first, last) -> last)
                .map(header -> new String(header.value(), java.nio.charset.StandardCharsets.UTF_8));
    }

    static Document document(Reader reader, ConsumerRecord<String, String> record) {
        var headers = new ArrayList<Document>();
        record.headers().forEach(header -> headers.add(new Document("name", header.key()).append("value",
                header.value() == null ? null : new Binary(header.value()))));
        return new Document("_id", reader.recordId(record)).append("keyId", reader.keyId(record))
                .append("topic", record.topic()).append("partition", record.partition())
                .append("offset", record.offset()).append("key", record.key()).append("value", record.value())
                .append("at", new Date(Math.max(0, record.timestamp()))).append("headers", headers)
                .append("copied", false);
    }

    static ParkedRecord of(Document found) {
        var headers = found.getList("headers", Document.class).stream().map(header -> {
            var value = header.get("value", Binary.class);
            return new Header(header.getString("name"), value == null ? null : value.getData());
        }).toList();
        return new ParkedRecord(found.getString("_id"), found.getString("topic"), found.getInteger("partition"),
                found.get("offset", Number.class).longValue(), found.getString("key"), found.getString("value"),
                found.getDate("at").toInstant(), headers, found.getBoolean("copied", false));
    }

    /** As the handler saw it the first time. */
    ConsumerRecord<String, String> record() {
        var all = new RecordHeaders();
        headers.forEach(header -> all.add(header.name(), header.value()));
        return new ConsumerRecord<>(topic, partition, offset, at.toEpochMilli(), TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE, ConsumerRecord.NULL_SIZE, key, value, all, Optional.empty());
    }
}
