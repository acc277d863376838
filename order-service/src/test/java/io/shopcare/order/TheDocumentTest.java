package io.shopcare.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.shopcare.platform.testkit.openapi.OpenApiRules;
import io.shopcare.platform.testkit.services.Api;

import static org.assertj.core.api.Assertions.assertThat;

@OrderServiceTest
class TheDocumentTest {
    @Autowired
    private Api api;

    @Test
    @DisplayName("G7: the OpenAPI document says what each operation does, with examples for what it asks")
    void saysWhatItNeeds() {
        assertThat(OpenApiRules.missingIn(api.get("/v3/api-docs").expect(200).json())).isEmpty();
    }
}
