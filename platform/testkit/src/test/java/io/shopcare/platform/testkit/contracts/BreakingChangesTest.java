package io.shopcare.platform.testkit.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A small contract, released; then each change that somebody might make to it. */
class BreakingChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT = "events/t/gift.given.v1.schema.json";
    private static final String COMMON = """
            {"$id": "urn:shopcare:schema:common", "$defs": {"money": {"type": "object", "required": ["amount"],
             "properties": {"amount": {"type": "string", "pattern": "^[0-9]+$"}}}}}""";
    private static final String GIFT = """
            {"x-topic": "t", "x-key": "giftId", "type": "object", "additionalProperties": false,
             "required": ["giftId", "worth", "lines"],
             "properties": {
              "giftId": {"type": "string", "minLength": 1, "maxLength": 40},
              "worth": {"$ref": "urn:shopcare:schema:common#/$defs/money"},
              "wrapping": {"type": "string", "enum": ["paper", "box"]},
              "occasion": {"type": "string", "enum": ["birthday"], "x-extensible-enum": true},
              "lines": {"type": "array", "minItems": 0, "maxItems": 10, "items": {"type": "object", "properties":
               {"sku": {"type": "string"}, "quantity": {"type": "integer", "minimum": 0, "maximum": 100}}}}}}""";

    @TempDir
    Path release;

    @TempDir
    Path now;

    @BeforeEach
    void aReleasedContract() {
        for (Path folder : List.of(release, now)) {
            write(folder, ContractFiles.COMMON, COMMON);
            write(folder, EVENT, GIFT);
            write(folder, "problems.yaml", "not-found: {status: 404, members: {kind: what}}");
            write(folder, "reasons.yaml", "gift: {too-late: {en: too late}}");
        }
    }

    @Test
    void nothingChangedIsFine() {
        assertThat(breaks()).isEmpty();
    }

    @Test
    void growingIsFine() {
        change(gift -> {
            gift.withObject("/properties/card").put("type", "string");
            gift.withArray("/properties/occasion/enum").add("wedding");
            gift.withObject("/properties/lines").put("maxItems", 20);
            gift.withObject("/properties/giftId").put("description", "better words");
        });
        write(now, "events/t/gift.returned.v1.schema.json", GIFT);
        write(now, "problems.yaml", "not-found: {status: 404, members: {kind: what}}\ngone: {status: 410}");
        write(now, "reasons.yaml", "gift: {too-late: {en: late}, too-early: {en: early}}");
        assertThat(breaks()).isEmpty();
    }

    @Test
    void refusesToRemoveOrRenameAField() {
        change(gift -> gift.withObject("/properties/lines/items/properties").remove("sku"));
        assertThat(breaks()).containsExactly("gift.given.v1.lines[].sku: was removed or renamed");
    }

    @Test
    void refusesToChangeATypeAlsoBehindAReference() {
        write(now, ContractFiles.COMMON, COMMON.replace("\"string\", \"pattern\": \"^[0-9]+$\"", "\"number\""));
        assertThat(breaks()).containsExactly(
                "gift.given.v1.worth.amount: type changed from string to number",
                "gift.given.v1.worth.amount: pattern changed from ^[0-9]+$ to nothing");
    }

    @Test
    void takesAReferenceForWhatItStandsFor() {
        change(gift -> gift.withObject("/properties").set("worth", tree(COMMON).at("/$defs/money")));
        assertThat(breaks()).isEmpty();
    }

    @Test
    void refusesANewlyRequiredField() {
        change(gift -> gift.withArray("/required").add("wrapping"));
        assertThat(breaks()).singleElement().asString().startsWith("gift.given.v1.wrapping: is newly required");
    }

    @Test
    void refusesAFieldThatMayNowBeMissing() {
        change(gift -> gift.withArray("/required").remove(1));
        assertThat(breaks()).containsExactly("gift.given.v1.worth: is not always there any more");
    }

    @Test
    void refusesToRemoveAValue() {
        change(gift -> gift.withArray("/properties/wrapping/enum").remove(0));
        assertThat(breaks()).containsExactly("gift.given.v1.wrapping: value paper was removed");
    }

    @Test
    void refusesANewValueWhereNobodyWasTold() {
        change(gift -> gift.withArray("/properties/wrapping/enum").add("cloth"));
        assertThat(breaks()).singleElement().asString().contains("value cloth was added");
    }

    @Test
    void refusesToCloseAListThatMightGrow() {
        change(gift -> gift.withObject("/properties/occasion").remove("x-extensible-enum"));
        assertThat(breaks()).containsExactly("gift.given.v1.occasion: its values may not grow any more");
    }

    @Test
    void refusesAListOfValuesWhereThereWasNone() {
        change(gift -> gift.withObject("/properties/giftId").putArray("enum").add("a"));
        assertThat(breaks()).containsExactly("gift.given.v1.giftId: a list of values was put on it");
    }

    @Test
    void refusesNarrowerBounds() {
        change(gift -> {
            gift.withObject("/properties/giftId").put("maxLength", 36).put("minLength", 2);
            gift.withObject("/properties/lines").put("minItems", 1);
            gift.withObject("/properties/lines/items/properties/quantity").put("maximum", 99);
            gift.withObject("/properties/lines/items/properties/sku").put("maxLength", 64);
        });
        assertThat(breaks()).containsExactlyInAnyOrder("gift.given.v1.giftId: minLength was raised from 1 to 2",
                "gift.given.v1.giftId: maxLength was lowered from 40 to 36",
                "gift.given.v1.lines: minItems was raised from 0 to 1",
                "gift.given.v1.lines[].quantity: maximum was lowered from 100 to 99",
                "gift.given.v1.lines[].sku: maxLength was lowered from nothing to 64");
    }

    @Test
    void refusesAnotherTopicOrKey() {
        change(gift -> gift.put("x-topic", "u").put("x-key", "shop"));
        assertThat(breaks()).containsExactly("gift.given.v1: x-topic changed from t to u",
                "gift.given.v1: x-key changed from giftId to shop");
    }

    @Test
    void refusesWordsThatItCannotJudge() {
        change(gift -> gift.putArray("oneOf").addObject());
        assertThat(breaks()).singleElement().asString().contains("oneOf changed, which cannot be judged");
    }

    @Test
    void refusesToRemoveAnEvent() throws IOException {
        Files.delete(now.resolve(EVENT));
        assertThat(breaks()).containsExactly("gift.given.v1: was removed or moved");
    }

    @Test
    void refusesToRemoveOrChangeProblemsAndReasons() {
        write(now, "problems.yaml", "not-found: {status: 410}");
        write(now, "reasons.yaml", "gift: {late: {en: too late}}");
        assertThat(breaks()).containsExactly("problem not-found: status changed from 404 to 410",
                "problem not-found: member kind was removed", "reason gift.too-late: was removed, renamed or moved");
        write(now, "problems.yaml", "lost: {status: 404}");
        assertThat(breaks()).contains("problem not-found: was removed or renamed");
    }

    private List<String> breaks() {
        return BreakingChanges.between(ContractFiles.in(release), ContractFiles.in(now));
    }

    private void change(Consumer<ObjectNode> change) {
        var gift = tree(GIFT);
        change.accept(gift);
        write(now, EVENT, gift.toString());
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String file, String text) {
        try {
            var path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
