package io.shopcare.platform.testkit.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class VariationsTest {
    private static final String SCHEMA = """
            {"requestBody": {"content": {"application/json": {"schema": {"properties": {
              "kind": {"type": "string", "enum": ["stop", "redirect"]},
              "lines": {"type": "array", "items": {"properties": {"quantity": {"type": "integer"}}}}}}}}}}""";

    @Test
    @DisplayName("G6: something else under a used key is another choice, number, word or flag, at whatever depth")
    void changesOneFieldEach() throws JsonProcessingException {
        var body = json("""
                {"shop":"nuanyang","orderId":"7","kind":"stop","lines":[{"sku":"MUG","quantity":2}],"reason":"too-late",
                 "off":{"amount":"10.00","currency":"CNY"},"soon":true}""");
        var before = body.deepCopy();
        assertThat(Variations.of(operation(), body)).extracting(JsonNode::toString).satisfiesExactly(
                one -> assertThat(one).contains("\"kind\":\"redirect\"", "\"quantity\":2"),
                one -> assertThat(one).contains("\"kind\":\"stop\"", "\"quantity\":3"),
                one -> assertThat(one).contains("\"reason\":\"too-late-x\""),
                one -> assertThat(one).contains("\"amount\":\"10.01\""),
                one -> assertThat(one).contains("\"currency\":\"CNY-x\""),
                one -> assertThat(one).contains("\"soon\":false"));
        assertThat(body).isEqualTo(before);
    }

    private static Operation operation() throws JsonProcessingException {
        return new Operation("POST", "/api/things", json(SCHEMA), json("{}"));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.WIRE.readTree(text);
    }
}
