package io.shopcare.order.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.json.StrictJson;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogues of the demo shops can be listed by hand as they stand, from the first line to the last. */
class TheSampleCataloguesTest {

    @ParameterizedTest
    @ValueSource(strings = {"nuanyang", "harbor"})
    @DisplayName("O9a products come before the SKUs that name them, and all are as the API takes them")
    void canBeListedInTheirOrder(String shop) throws IOException {
        var products = new HashSet<String>();
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            for (var entry : Json.WIRE.readTree(Path.of("samples", "catalogue-" + shop + ".json").toFile())) {
                var page = ((ObjectNode) entry.deepCopy()).without(List.of("product", "sku", "stock"));
                if (entry.has("product")) {
                    var said = StrictJson.READ.treeToValue(page, ProductListing.class);
                    assertThat(validators.getValidator().validate(said)).isEmpty();
                    assertThat(ProductListing.problem(entry.path("product").asText())).isEmpty();
                    products.add(entry.path("product").asText());
                } else {
                    var said = StrictJson.READ.treeToValue(page, SkuListing.class);
                    assertThat(validators.getValidator().validate(said)).isEmpty();
                    assertThat(products).contains(said.productId());
                }
            }
        }
        assertThat(products).isNotEmpty();
    }
}
