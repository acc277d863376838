package io.shopcare.crm.http;

import java.util.ArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.testkit.openapi.OpenApiRules;
import io.shopcare.platform.testkit.services.Api;

import static org.assertj.core.api.Assertions.assertThat;

/** The document says what each operation does, with an example for what a caller has to give. */
@CrmTest
class OpenApiTest {
    @Autowired
    private Api api;

    @Test
    void saysWhatItDescribes() {
        var info = api.get("/v3/api-docs").expect(200).json().path("info");
        assertThat(info.path("title").asText()).isEqualTo("Shopcare crm");
        assertThat(info.path("description").asText()).contains("Customers");
        assertThat(info.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void describesEveryOperation() {
        var document = api.get("/v3/api-docs").expect(200).json();
        assertThat(OpenApiRules.missingIn(document)).isEmpty();
        var operations = new ArrayList<JsonNode>();
        document.path("paths").properties().stream().filter(path -> !path.getKey().contains("/admin/"))
                .forEach(path -> path.getValue().forEach(operations::add));
        assertThat(operations).hasSize(14);
        assertThat(operations).allSatisfy(operation -> {
            for (var parameter : operation.path("parameters"))
                if (parameter.path("required").asBoolean())
                    assertThat(parameter.has("example")).as(parameter.toString()).isTrue();
        });
        assertThat(document.at("/components/schemas").has("Customer")).isTrue();
        assertThat(document.at("/components/schemas").has("Person")).isFalse();
        assertThat(document.at("/components/schemas").has("CommandContext")).isFalse();
    }
}
