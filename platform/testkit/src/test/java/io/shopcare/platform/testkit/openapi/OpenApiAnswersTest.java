package io.shopcare.platform.testkit.openapi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class OpenApiAnswersTest {
    private static final String DOCUMENT = """
            {"paths": {"/api/mugs/{id}": {"get": {"responses": {
                "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Mug"}}}},
                "default": {"content": {"application/problem+json": {"schema": {"required": ["type"], "properties": {
                    "type": {"type": "string"}}}}}}}}},
              "/api/mugs/best": {"get": {"responses": {"204": {}}}}},
             "components": {"schemas": {
              "Mug": {"type": "object", "properties": {"grams": {"type": "integer"}, "form": {"oneOf": [
                  {"$ref": "#/components/schemas/Round"}]}, "soldAt": {"type": "string", "format": "date-time"}}},
              "Form": {"type": "object", "properties": {"kind": {"type": "string"}}},
              "Round": {"allOf": [{"$ref": "#/components/schemas/Form"}, {"properties": {"radius": {"type": "integer"}}}]}}}}""";

    @Test
    @DisplayName("G7: an answer that the OpenAPI document does not describe is found out")
    void findsWhatIsNotDescribed() throws IOException, InterruptedException {
        assertThat(wrongWith("/api/mugs/7", 200, "application/json", "{\"grams\":\"350\"}")).get().asString()
                .contains("GET /api/mugs/{id} was answered 200 not as described").contains("grams");
        assertThat(wrongWith("/api/mugs/7", 200, "application/json", "{\"colour\":\"red\"}")).get().asString()
                .contains("colour");
        assertThat(wrongWith("/api/mugs/7", 200, "application/json", "{\"form\":{\"kind\":\"round\",\"height\":1}}"))
                .get().asString().contains("height");
        assertThat(wrongWith("/api/mugs/7", 200, "application/json", "{\"soldAt\":\"yesterday\"}")).isPresent();
        assertThat(wrongWith("/api/mugs/7", 201, "application/json", "{}")).get().asString()
                .contains("which is not described; there are [200, default]");
        assertThat(wrongWith("/api/mugs/7", 200, "text/plain", "a mug")).get().asString().contains("as text/plain");
        assertThat(wrongWith("/api/mugs/7", 200, "application/json", "")).get().asString().contains("with nothing");
        assertThat(wrongWith("/api/mugs/7", 404, "application/problem+json", "{\"status\":404}")).get().asString()
                .contains("type");
        assertThat(wrongWith("/api/mugs/best", 200, "application/json", "{}")).get().asString().contains("[204]");
        assertThat(wrongWith("/api/cups", 200, "application/json", "{}")).get().asString()
                .contains("is not in the document");
    }

    @Test
    void isContentWithWhatIsDescribed() throws IOException, InterruptedException {
        assertThat(wrongWith("/api/mugs/7", 200, "application/json;charset=utf-8",
                "{\"grams\":350,\"form\":{\"kind\":\"round\",\"radius\":4},\"soldAt\":\"2026-11-22T19:00:00Z\"}"))
                .isEmpty();
        assertThat(wrongWith("/api/mugs/7", 404, "application/problem+json", "{\"type\":\"none\"}")).isEmpty();
        assertThat(wrongWith("/api/mugs/best", 204, "application/json", "")).isEmpty();
        assertThat(wrongWith("/api/cups", 404, "text/plain", "none")).isEmpty();
        assertThat(wrongWith("/actuator/health", 200, "application/json", "{}")).isEmpty();
    }

    private static Optional<String> wrongWith(String path, int status, String type, String body)
            throws IOException, InterruptedException {
        var server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes(UTF_8).length);
            if (!body.isEmpty())
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:"
                    + server.getAddress().getPort() + path)).build(), HttpResponse.BodyHandlers.ofString());
            return new OpenApiAnswers(Json.WIRE.readTree(DOCUMENT)).wrongWith(answer);
        } finally {
            server.stop(0);
        }
    }
}
