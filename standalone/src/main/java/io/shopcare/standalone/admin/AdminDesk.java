package io.shopcare.standalone.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The services behind the gateway, as an admin uses them. */
final class AdminDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI gateway;
    private final String token;

    private AdminDesk(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    static AdminDesk signIn(URI gateway, URI identity) throws IOException, InterruptedException {
        var answer = new AdminDesk(gateway, "").json(HttpRequest.newBuilder(identity.resolve("/oauth2/token"))
                .timeout(Duration.ofSeconds(10)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=shopcare-cli&username=admin&password=admin")));
        return new AdminDesk(gateway, answer.path("access_token").asText());
    }

    /** The local stack's, moved by the port offset of the environment. */
    static AdminDesk local() throws IOException, InterruptedException {
        int offset = Integer.parseInt(System.getenv().getOrDefault("SHOPCARE_PORT_OFFSET", "0"));
        return signIn(URI.create("http://localhost:" + (8080 + offset)),
                URI.create("http://localhost:" + (9000 + offset)));
    }

    JsonNode get(String service, String path) throws IOException, InterruptedException {
        return json(at(service, path).GET());
    }

    JsonNode post(String service, String path) throws IOException, InterruptedException {
        return json(at(service, path).header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder at(String service, String path) {
        return HttpRequest.newBuilder(gateway.resolve("/api/" + service + "/admin" + path))
                .header("Authorization", "Bearer " + token).timeout(Duration.ofSeconds(20));
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.header("Accept", "application/json").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new RefusedException(answer.statusCode(), body);
        }
        return body;
    }

    /** The service does not do it. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedException(int status, JsonNode problem) {
            super(status + " " + problem.path("detail").asText(problem.path("title").asText()));
            this.status = status;
        }

        boolean isNotFound() {
            return status == 404;
        }

        boolean isNotNow() {
            return status == 409;
        }
    }
}
