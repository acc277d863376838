package io.shopcare.platform.testkit.contracts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;

/**
 * The contract between services, as it lies on the class path. A producer's test judges what it sends by
 * {@link #producerSchema}; a consumer's test feeds itself with {@link #samplesWithUnknownFields}.
 */
public final class Contracts {
    private static final String SCHEMA = ".schema.json";
    /** What schemas say beyond the standard; it judges nothing. */
    private static final List<String> ANNOTATIONS = List.of("x-topic", "x-producer", "x-aggregate", "x-key",
            "x-sequence", "x-retention", "x-extensible-enum", "x-reasons", "x-direction", "x-version");
    private static final String COMMON = "urn:shopcare:schema:common#";
    private static final ContractFiles FILES = ContractFiles.onClassPath();
    private static final SortedMap<String, EventContract> EVENTS = events(FILES);
    private static final SortedMap<String, JsonNode> FRAMES = frames(FILES);
    private static final SchemaRegistry SCHEMAS = registry();

    private Contracts() {}

    /** All events by their type. */
    public static SortedMap<String, EventContract> events() {
        return new TreeMap<>(EVENTS);
    }

    /** What a schema refers to, if it does; else itself. */
    static JsonNode resolve(JsonNode schema) {
        var name = schema.path("$ref").asText();
        return name.startsWith(COMMON) || name.startsWith("#/$defs/")
                ? FILES.json(ContractFiles.COMMON).at(name.substring(name.indexOf('#') + 1))
                : schema;
    }

    /** Names and schemas of all frames of the socket: {@code client.post}, {@code server.message} and so on. */
    public static SortedMap<String, JsonNode> frames() {
        return new TreeMap<>(FRAMES);
    }

    /** The closed schema of an event. */
    public static ContractSchema producerSchema(String type) {
        return schema(type, known(EVENTS, type).schema());
    }

    /** The closed schema of a frame, as in {@code client.post}. */
    public static ContractSchema frameSchema(String frame) {
        return schema(frame, known(FRAMES, frame));
    }

    /** Samples of an event; at least one. */
    public static Stream<Sample> samples(String type) {
        known(EVENTS, type);
        return samples(type, "samples/" + type + "/");
    }

    /** Samples of a frame; at least one. */
    public static Stream<Sample> frameSamples(String frame) {
        known(FRAMES, frame);
        return samples(frame, "samples/frames/" + frame + "/");
    }

    /** The samples of an event as a later version might send them: with unknown fields in every object. */
    public static Stream<Sample> samplesWithUnknownFields(String type) {
        return withUnknownFields(samples(type));
    }

    /** The samples of an event with an unknown value wherever values may grow: to be taken for "something else". */
    public static Stream<Sample> samplesWithNewValues(String type) {
        var schema = known(EVENTS, type).schema();
        return samples(type).map(sample -> new Sample(type, sample.name() + " with new values",
                NewValues.in(sample.data(), schema, FILES.json(ContractFiles.COMMON))));
    }

    /** The samples of a frame as a later version might send them: with unknown fields in every object. */
    public static Stream<Sample> frameSamplesWithUnknownFields(String frame) {
        return withUnknownFields(frameSamples(frame));
    }

    /** The events of a story in their order, as in {@code a-sale-and-a-return}. */
    public static List<RecordedEvent> story(String name) {
        var sequences = new HashMap<String, Long>();
        var story = new ArrayList<RecordedEvent>();
        for (JsonNode step : FILES.json("stories/" + name + ".json").path("events")) {
            var event = known(EVENTS, step.path("type").asText());
            var sample = sample(event.type(), step.path("sample").asText());
            var key = sample.data().path(event.key()).asText();
            story.add(new RecordedEvent(event, key, sequences.merge(key, 1L, Long::sum),
                    Instant.parse(sample.data().path("occurredAt").asText()), sample));
        }
        return story;
    }

    /** One sample of an event by its name. */
    public static Sample sample(String type, String name) {
        return new Sample(type, name, FILES.json("samples/" + type + "/" + name + ".json"));
    }

    /** All problems by their name. */
    public static SortedMap<String, ProblemType> problems() {
        var problems = new TreeMap<String, ProblemType>();
        FILES.yaml("problems.yaml").properties()
                .forEach(entry -> problems.put(entry.getKey(), ProblemType.of(entry.getKey(), entry.getValue())));
        return problems;
    }

    /** Texts of the reasons by section and code. */
    public static SortedMap<String, SortedMap<String, Texts>> reasons() {
        var sections = new TreeMap<String, SortedMap<String, Texts>>();
        FILES.yaml("reasons.yaml").properties().forEach(section -> {
            var codes = new TreeMap<String, Texts>();
            section.getValue().properties().forEach(code -> codes.put(code.getKey(), Texts.of(code.getValue())));
            sections.put(section.getKey(), codes);
        });
        return sections;
    }

    static ContractFiles files() {
        return FILES;
    }

    private static SortedMap<String, EventContract> events(ContractFiles files) {
        var events = new TreeMap<String, EventContract>();
        files.matching(path -> path.startsWith("events/") && path.endsWith(SCHEMA)).keySet()
                .forEach(path -> events.put(name(path), EventContract.of(name(path), files.json(path))));
        return events;
    }

    private static SortedMap<String, JsonNode> frames(ContractFiles files) {
        var frames = new TreeMap<String, JsonNode>();
        files.matching(path -> path.startsWith("frames/") && path.endsWith(SCHEMA)).keySet()
                .forEach(path -> frames.put(name(path), files.json(path)));
        return frames;
    }

    private static SchemaRegistry registry() {
        var common = FILES.json(ContractFiles.COMMON);
        var dialect = Dialect.builder(Dialects.getDraft202012());
        ANNOTATIONS.forEach(name -> dialect.keyword(new NonValidationKeyword(name)));
        return SchemaRegistry.withDialect(dialect.build(),
                builder -> builder.schemas(Map.of(common.path("$id").asText(), common.toString())));
    }

    private static ContractSchema schema(String name, JsonNode schema) {
        return new ContractSchema(name, SCHEMAS.getSchema(SchemaLocation.of(schema.path("$id").asText()), schema));
    }

    private static Stream<Sample> samples(String type, String folder) {
        return FILES.matching(path -> path.startsWith(folder)).keySet().stream()
                .map(path -> new Sample(type, path.substring(folder.length(), path.length() - ".json".length()),
                        FILES.json(path)));
    }

    private static Stream<Sample> withUnknownFields(Stream<Sample> samples) {
        return samples.map(sample -> new Sample(sample.type(), sample.name() + " with unknown fields",
                UnknownFields.addTo(sample.data())));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - SCHEMA.length());
    }

    private static <T> T known(SortedMap<String, T> all, String name) {
        var found = all.get(name);
        if (found == null)
            throw new IllegalArgumentException(name + " is not in the contract; there are " + all.keySet());
        return found;
    }
}
