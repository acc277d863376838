package io.shopcare.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.Api;

/** The products and articles of the demo shops, which the sample of platform orders names: listed and put on the shelf once. */
final class Catalogue {
    private final Path samples;
    private final Api storeKeeper;

    Catalogue(Path samples, People people) {
        this.samples = samples;
        this.storeKeeper = people.as("ku");
    }

    /** Lists what is not there yet. Returns how many articles that were. */
    int load(String shop) {
        int listed = 0;
        for (var entry : entries(shop))
            if (entry.has("product"))
                list("/api/order/products/" + entry.at("/product").asText(), shop, entry);
            else
                listed += listArticle(shop, entry) ? 1 : 0;
        return listed;
    }

    private boolean listArticle(String shop, JsonNode article) {
        var sku = article.at("/sku").asText();
        var path = "/api/order/skus/" + sku;
        if (!list(path, shop, article))
            return false;
        for (var shelf : article.at("/stock"))
            fill(path, shop, sku, shelf);
        return true;
    }

    private boolean list(String path, String shop, JsonNode entry) {
        if (storeKeeper.get(path + "?shop=" + shop).status() == 200)
            return false;
        ObjectNode page = entry.deepCopy();
        storeKeeper.put(path + "?shop=" + shop, page.without(List.of("product", "sku", "stock"))).expect(200);
        return true;
    }

    private void fill(String path, String shop, String sku, JsonNode shelf) {
        if (shelf.at("/quantity").asInt() > 0) // an article that is sold out has its place and nothing on it
            storeKeeper.with("Idempotency-Key", "demo-catalogue-" + sku + "-" + shelf.at("/warehouse").asText())
                    .post(path + "/stock-movements?shop=" + shop, Map.of("warehouse", shelf.at("/warehouse").asText(),
                            "quantity", shelf.at("/quantity").asInt(), "reason", "received"))
                    .expect(200);
    }

    private JsonNode entries(String shop) {
        try {
            return Json.WIRE.readTree(Files.readString(samples.resolve("catalogue-" + shop + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo catalogue of " + shop, e);
        }
    }
}
