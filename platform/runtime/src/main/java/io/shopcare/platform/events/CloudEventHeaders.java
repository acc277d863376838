package io.shopcare.platform.events;

import java.util.Optional;

import org.apache.kafka.common.header.Headers;

import static java.nio.charset.StandardCharsets.UTF_8;

/** CloudEvents 1.0 in Kafka's binary mode: the names of the headers. */
final class CloudEventHeaders {
    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    static final String TIME = "ce_time";
    static final String SUBJECT = "ce_subject";
    static final String SCHEMA = "ce_dataschema";
    static final String SEQUENCE = "ce_sequence";
    static final String SEQUENCE_TYPE = "ce_sequencetype";
    static final String CONTENT_TYPE = "content-type";
    static final String TRACE_PARENT = "traceparent";
    private CloudEventHeaders() {}

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    static Optional<String> get(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }
}
