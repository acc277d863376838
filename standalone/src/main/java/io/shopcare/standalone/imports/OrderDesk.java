package io.shopcare.standalone.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The order desk behind the gateway, as one supervisor uses it. */
final class OrderDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI imports;
    private final String token;

    private OrderDesk(URI gateway, String token) {
        this.imports = gateway.resolve("/api/order/imports");
        this.token = token;
    }

    static OrderDesk signIn(URI gateway, URI identity, String person) throws IOException, InterruptedException {
        var desk = new OrderDesk(gateway, "");
        var answer = desk.json(HttpRequest.newBuilder(identity.resolve("/oauth2/token")).header("Content-Type",
                "application/x-www-form-urlencoded").POST(
                        BodyPublishers.ofString(
                                "grant_type=password&client_id=shopcare-cli&username=" + person + "&password="
                                        + person)));
        return new OrderDesk(gateway, answer.path("access_token").asText());
    }

    JsonNode send(Sheet sheet) throws IOException, InterruptedException {
        String boundary = "sheet-" + UUID.randomUUID();
        return json(asPerson(imports).header("Idempotency-Key", sheet.key()).header("Content-Type",
                "multipart/form-data; boundary=" + boundary).timeout(Duration.ofMinutes(2)).POST(form(sheet,
                        boundary)));
    }

    JsonNode progress(String importId) throws IOException, InterruptedException {
        return json(asPerson(at("/" + importId)).GET());
    }

    JsonNode badRows(String importId, int limit) throws IOException, InterruptedException {
        return json(asPerson(at("/" + importId + "/rows?limit=" + limit)).GET());
    }

    private static BodyPublisher form(Sheet sheet, String boundary) throws IOException {
        String fields = field(boundary, "shop", sheet.shop()) + field(boundary, "platform", sheet.platform()) + "--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + sheet.file()
                        .getFileName()
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return BodyPublishers.concat(BodyPublishers.ofString(fields), BodyPublishers.ofFile(sheet.file()),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private static String field(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private URI at(String path) {
        return URI.create(imports + path);
    }

    private HttpRequest.Builder asPerson(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).timeout(Duration.ofSeconds(20));
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

    /** The desk does not take it. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusedException(int status, JsonNode problem) {
            super(status + " " + problem.path("detail").asText(problem.path("title").asText()));
        }
    }
}
