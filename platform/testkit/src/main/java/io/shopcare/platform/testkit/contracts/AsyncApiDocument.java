package io.shopcare.platform.testkit.contracts;

import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * The AsyncAPI 3.0 document: every topic, event, frame, schema and sample, so that another team can start from this
 * file alone. Built from the schemas, never written by hand.
 */
final class AsyncApiDocument {
    private static final int PARTITIONS = 12;
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String SOCKET = "presale.socket";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode channels;
    private final ObjectNode operations;
    private final ObjectNode messages = JsonNodeFactory.instance.objectNode();
    private final ObjectNode schemas;

    private AsyncApiDocument(JsonNode common) {
        document.put("asyncapi", "3.0.0");
        document.putObject("info").put("title", "Shopcare events and frames")
                .put("version", common.path("x-version").asText())
                .put("description", """
                        What the services of Shopcare publish on Kafka, and the frames of the chat socket. Built from \
                        the JSON Schemas of the contracts module. Readers ignore fields that they do not know, and \
                        values that they do not know where a list is marked x-extensible-enum.""")
                .putObject("license").put("name", "Apache-2.0");
        document.put("defaultContentType", "application/json");
        var servers = document.putObject("servers");
        servers.putObject("kafka").put("host", "localhost:9092").put("protocol", "kafka")
                .put("description", "The broker of the local stack.");
        servers.putObject("gateway").put("host", "localhost:8080").put("protocol", "ws")
                .put("description", "The gateway of the local stack.");
        channels = document.putObject("channels");
        operations = document.putObject("operations");
        schemas = AsyncApiSchemas.common(common);
    }

    static String yaml() {
        var document = new AsyncApiDocument(Contracts.files().json(ContractFiles.COMMON));
        Contracts.events().values().forEach(document::event);
        document.deadLetters();
        document.socket();
        document.components();
        try {
            return YAMLMapper.builder()
                    .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES).build()
                    .writeValueAsString(document.document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void event(EventContract event) {
        var channel = channels.has(event.topic()) ? (ObjectNode) channels.path(event.topic()) : topic(event);
        refer(channel.withObjectProperty("messages").putObject(event.type()), "components/messages", event.type());
        var message = messages.putObject(event.type()).put("name", event.type()).put("title", event.title())
                .put("summary", event.description()).put("contentType", "application/json");
        refer(message.putArray("traits").addObject(), "components/messageTraits", "cloudEvent");
        message.putObject("bindings").putObject("kafka").putObject("key").put("type", "string")
                .put("description", event.key() + " of the data.");
        payload(message, event.type(), event.schema(), Contracts.samples(event.type()));
    }

    private ObjectNode topic(EventContract event) {
        var channel = channels.putObject(event.topic()).put("address", event.topic())
                .put("title", "Events of " + event.topic().substring("shopcare.".length()))
                .put("description", "Published by " + event.producer() + "; in order per key; kept: "
                        + event.retention() + ".");
        refer(channel.putArray("servers").addObject(), "servers", "kafka");
        channel.putObject("messages");
        channel.putObject("bindings").putObject("kafka").put("topic", event.topic()).put("partitions", PARTITIONS)
                .putObject("topicConfiguration").put("retention.ms", -1);
        operation(event.topic() + ".published", "send", event.topic())
                .put("summary", event.producer() + " publishes what happened.");
        return channel;
    }

    /** Beside every topic that somebody reads; as the record was, so without a schema. */
    private void deadLetters() {
        var channel = channels.putObject(DEAD_LETTERS).put("address", "{topic}.dlt").put("title", "Dead letters")
                .put("description", "Copies of what a consumer could not handle, by any service that reads the topic; "
                        + "at least once; kept: 30 days.");
        channel.putObject("parameters").putObject("topic").put("description", "That the record came from.");
        refer(channel.putArray("servers").addObject(), "servers", "kafka");
        refer(channel.putObject("messages").putObject(DEAD_LETTERS), "components/messages", DEAD_LETTERS);
        operation(DEAD_LETTERS + ".published", "send", DEAD_LETTERS).put("summary",
                "A consumer publishes what it has parked.");
        var headers = messages.putObject(DEAD_LETTERS).put("name", DEAD_LETTERS).put("title", "A dead letter")
                .put("summary", "Key, value and headers as they came, with more headers.").putObject("headers")
                .put("type", "object").putObject("properties");
        headers.putObject("parked_group").put("type", "string").put("description", "Who could not handle it.");
        headers.putObject("parked_partition").put("type", "string").put("description", "Where it came from.");
        headers.putObject("parked_offset").put("type", "string").put("description", "Where it came from.");
        headers.putObject("parked_cause").put("type", "string").put("description", "Class of the exception.");
    }

    private void socket() {
        var channel = channels.putObject(SOCKET).put("address", "/ws/presale").put("title", "Chat socket")
                .put("description", "WebSocket through the gateway, opened with a one-time ticket; one JSON frame per "
                        + "text message.");
        refer(channel.putArray("servers").addObject(), "servers", "gateway");
        var known = channel.putObject("messages");
        var fromClient = operation(SOCKET + ".from-client", "receive", SOCKET)
                .put("summary", "What a client may send.").putArray("messages");
        var fromServer = operation(SOCKET + ".from-server", "send", SOCKET)
                .put("summary", "What a client is told.").putArray("messages");
        new TreeMap<>(Contracts.frames()).forEach((frame, schema) -> {
            refer(known.putObject(frame), "components/messages", frame);
            var direction = frame.startsWith("client.") ? fromClient : fromServer;
            refer(direction.addObject(), "channels/" + SOCKET + "/messages", frame);
            var message = messages.putObject(frame).put("name", frame).put("title", schema.path("title").asText())
                    .put("summary", schema.path("description").asText()).put("contentType", "application/json");
            payload(message, frame, schema, Contracts.frameSamples(frame));
        });
    }

    private void payload(ObjectNode message, String name, JsonNode schema, Stream<Sample> samples) {
        refer(message.putObject("payload"), "components/schemas", name);
        schemas.set(name, AsyncApiSchemas.inside(schema));
        ArrayNode examples = message.putArray("examples");
        samples.forEach(sample -> examples.addObject().put("name", sample.name()).set("payload", sample.data()));
    }

    private ObjectNode operation(String name, String action, String channel) {
        var operation = operations.putObject(name).put("action", action);
        refer(operation.putObject("channel"), "channels", channel);
        return operation;
    }

    private void components() {
        var components = document.putObject("components");
        components.set("messages", messages);
        var trait = components.putObject("messageTraits").putObject("cloudEvent");
        trait.put("description", "CloudEvents 1.0 in Kafka's binary mode: attributes are headers in UTF-8.");
        trait.set("headers", CloudEventAttributes.schema());
        components.set("schemas", schemas);
    }

    private static void refer(ObjectNode node, String folder, String name) {
        node.put("$ref", "#/" + folder + "/" + name);
    }
}
