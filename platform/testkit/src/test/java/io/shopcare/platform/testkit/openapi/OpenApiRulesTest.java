package io.shopcare.platform.testkit.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiRulesTest {

    @Test
    @DisplayName("G7: a document without title, summary or examples is found out, whatever hides it")
    void findsWhatIsMissing() throws JsonProcessingException {
        assertThat(missingIn(
                """
                        {"info": {"title": "A", "version": "1"}, "paths": {"/a/{id}": {"post": {
                          "parameters": [{"name": "id", "required": true, "schema": {"type": "string"}}, {"name": "limit"}],
                          "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}}}}},
                         "components": {"schemas": {
                          "New": {"properties": {"name": {"type": "string"}, "lines": {"items": {"$ref": "#/components/schemas/Line"}}}},
                          "Line": {"properties": {"sku": {"type": "string"}, "gift": {"type": "boolean"}}}}}}"""))
                .containsExactly("info: description", "post /a/{id}: summary", "post /a/{id}: example of id",
                        "New.name: example", "Line.sku: example");
    }

    @Test
    void isNotContentWithNothing() throws JsonProcessingException {
        assertThat(missingIn("""
                {"info": {"title": "A", "description": "a", "version": "1"}, "paths": {}}"""))
                .containsExactly("paths: every one");
    }

    @Test
    void isContentWithWhatCanBeSentAsItStands() throws JsonProcessingException {
        assertThat(missingIn(
                """
                        {"info": {"title": "A", "description": "a", "version": "1"}, "paths": {"/a/{id}": {"post": {"summary": "Makes",
                          "parameters": [{"name": "id", "required": true, "example": "a"}],
                          "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}}}}},
                         "components": {"schemas": {
                          "New": {"example": {"name": "x"}, "properties": {"name": {"type": "string"}}}}}}"""))
                .isEmpty();
    }

    private static java.util.List<String> missingIn(String document) throws JsonProcessingException {
        return OpenApiRules.missingIn(Json.WIRE.readTree(document));
    }
}
