package io.shopcare.platform.testkit.doors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.sample.SampleService;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.ServiceTest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A table that says something else than the service does, and a document that the table does not fit, are found out. */
@ServiceTest
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.application.name=sample")
class TheDoorsBiteTest {
    private static final String THINGS = "POST /api/boxes/{id}/things";

    @Autowired
    private Api api;

    @Test
    @DisplayName("G2 an endpoint without a row, a row about nothing, an open door, a role that nobody has")
    void findsWhatDoesNotFit() throws IOException {
        assertThat(table(THINGS + ": {may: [packer]}").misfits(document())).isEmpty();
        assertThat(table("{}").misfits(document())).singleElement().asString().contains(THINGS, "may: [");
        assertThat(table(THINGS + ": {may: [packer]}\nGET /api/boxes/gone: {may: [packer]}").misfits(document()))
                .singleElement().asString().contains("about nothing");
        assertThat(table(THINGS + ": {may: [open]}").misfits(document())).singleElement().asString()
                .contains("open without a token");
        assertThat(table(THINGS + ": {may: [paker]}").misfits(document())).singleElement().asString()
                .contains("paker");
    }

    @Test
    @DisplayName("G2 a role that gets in though it may not, and one that may and does not get in")
    void findsWhoGetsInOrDoesNot() throws IOException {
        assertThat(findings("packer")).isEmpty();
        assertThat(findings("picker")).anyMatch(found -> found.startsWith(THINGS + " as picker:"));
        assertThat(findings("packer, staff"))
                .anyMatch(found -> found.contains(" as auditor: expected that they get in"));
    }

    private List<String> findings(String may) throws IOException {
        return new TryDoors(table(THINGS + ": {may: [" + may + "]}"), document(), "s", Map.of(), api::as, api)
                .findings(false);
    }

    private static WhoMay table(String rows) throws IOException {
        return WhoMay.read(new ByteArrayInputStream(rows.getBytes(UTF_8)));
    }

    private static JsonNode document() throws IOException {
        return Json.WIRE.readTree(
                """
                        {"paths": {"/api/boxes/{id}/things": {"post": {
                          "parameters": [{"name": "id", "in": "path", "example": "none"}],
                          "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}},
                         "components": {"schemas": {"Thing": {"type": "object", "required": ["name"],
                          "properties": {"name": {"type": "string", "example": "pen"}}}}}}""");
    }
}
