package io.shopcare.platform.testkit.contracts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every file of the contract. */
class TheContractTest {
    private static final Set<String> PERSONAL = Set.of("name", "phone", "mobile", "email", "address", "street",
            "detail", "receiver", "note", "comment");

    static Stream<EventContract> events() {
        return Contracts.events().values().stream();
    }

    static Stream<String> frames() {
        return Contracts.frames().keySet().stream();
    }

    static Stream<Sample> samples() {
        return events().flatMap(event -> Contracts.samples(event.type()));
    }

    static Stream<Sample> frameSamples() {
        return frames().flatMap(Contracts::frameSamples);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsAsItsSchemaSays(Sample sample) {
        assertThat(Contracts.producerSchema(sample.type()).validate(sample.data())).isEmpty();
        assertThat(sample.data().at("/buyer/shop").asText(sample.data().path("shop").asText()))
                .as("the buyer's shop").isEqualTo(sample.data().path("shop").asText());
    }

    @ParameterizedTest
    @MethodSource("frameSamples")
    void everySampleOfAFrameIsAsItsSchemaSays(Sample sample) {
        assertThat(Contracts.frameSchema(sample.type()).validate(sample.data())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventSaysWhereItTravelsAndHasASample(EventContract event) {
        assertThat(event.type()).matches("[a-z-]+\\.[a-z-]+\\.v[1-9]\\d*");
        assertThat(event.schema().path("$id").asText()).isEqualTo("urn:shopcare:schema:" + event.type());
        assertThat(Contracts.files().text("events/" + event.topic() + "/" + event.type() + ".schema.json"))
                .isNotEmpty();
        assertThat(event.topic()).startsWith("shopcare." + event.producer().replace("-service", "."));
        assertThat(event.schema().at("/required").toString()).contains("\"shop\"", "\"occurredAt\"", "\"actor\"",
                "\"" + event.key() + "\"");
        assertThat(event.schema().path("x-sequence").asText()).startsWith("per " + event.aggregate());
        assertThat(event.retention()).isNotBlank();
        assertThat(Contracts.samples(event.type())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyFrameNamesItselfAndHasASample(String frame) {
        var schema = Contracts.frames().get(frame);
        assertThat(schema.path("$id").asText()).isEqualTo("urn:shopcare:frame:" + frame);
        assertThat(schema.at("/properties/type/const").asText()).isEqualTo(frame.substring(frame.indexOf('.') + 1));
        assertThat(Contracts.frameSamples(frame)).isNotEmpty();
    }

    @Test
    void everyObjectIsClosedAndEveryFieldIsExplained() {
        everySchema((path, schema) -> {
            if (schema.path("type").asText().equals("object") && schema.has("properties"))
                assertThat(schema.path("additionalProperties").asText()).as(path).isEqualTo("false");
            schema.path("properties").properties().forEach(field -> assertThat(field.getValue().has("description")
                    || field.getValue().has("$ref")).as(path + "." + field.getKey() + " has a description").isTrue());
            if (schema.has("x-extensible-enum"))
                assertThat(schema.has("enum")).as(path + " has values to extend").isTrue();
        });
    }

    @Test
    @DisplayName("Buyers' words, names, addresses and phones are not on public topics")
    void noFieldOfAnEventIsMadeForPersonalData() {
        events().forEach(event -> walk(event.type(), event.schema(), (path, schema) -> assertThat(fields(schema))
                .as(path).doesNotContainAnyElementsOf(PERSONAL)));
        assertThat(fields(Contracts.files().json(ContractFiles.COMMON).at("/$defs/buyer")))
                .containsExactlyInAnyOrder("shop", "channel", "buyerId");
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyReasonInASampleHasItsWords(EventContract event) {
        var schema = event.schema();
        Contracts.samples(event.type()).forEach(sample -> {
            for (var field : schema.path("properties").properties())
                if (field.getValue().has("x-reasons") && sample.data().has(field.getKey()))
                    assertThat(Contracts.reasons().get(field.getValue().path("x-reasons").asText())).as("%s", sample)
                            .containsKey(sample.data().path(field.getKey()).asText());
            for (String list : List.of("holds", "released"))
                for (JsonNode hold : sample.data().path(list))
                    assertThat(Contracts.reasons().get("order")).containsKey(hold.path("code").asText());
        });
    }

    @Test
    void everyProblemSpeaksBothLanguagesAndNamesItsFigures() {
        assertThat(Contracts.problems().values()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.title().agree()).isTrue();
            assertThat(problem.detail().agree()).isTrue();
            assertThat(problem.placeholders()).isEqualTo(problem.detail().placeholders());
            assertThat(problem.status()).isBetween(400, 599);
        });
    }

    @Test
    void everyReasonSpeaksBothLanguagesAndHasItsCodeAlone() {
        var codes = new ArrayList<String>();
        Contracts.reasons().forEach((section, texts) -> texts.forEach((code, text) -> {
            codes.add(code);
            assertThat(code).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(text.agree()).as(section + "." + code + " in both languages").isTrue();
        }));
        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void everySampleBelongsToAnEventOrAFrame() {
        var known = new HashSet<>(Contracts.events().keySet());
        frames().forEach(frame -> known.add("frames/" + frame));
        var folders = new TreeSet<String>();
        Contracts.files().matching(path -> path.startsWith("samples/")).keySet()
                .forEach(path -> folders.add(path.substring("samples/".length(), path.lastIndexOf('/'))));
        assertThat(known).containsAll(folders);
    }

    private static void everySchema(BiConsumer<String, JsonNode> seen) {
        walk("common", Contracts.files().json(ContractFiles.COMMON), seen);
        Contracts.events().forEach((type, event) -> walk(type, event.schema(), seen));
        Contracts.frames().forEach((frame, schema) -> walk(frame, schema, seen));
    }

    private static void walk(String path, JsonNode node, BiConsumer<String, JsonNode> seen) {
        if (node.isObject())
            seen.accept(path, node);
        node.properties().forEach(field -> walk(path + "/" + field.getKey(), field.getValue(), seen));
    }

    private static Set<String> fields(JsonNode schema) {
        var names = new TreeSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
