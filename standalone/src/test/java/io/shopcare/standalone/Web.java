package io.shopcare.standalone;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A visitor with cookies, who does not follow redirects. */
public final class Web {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    public HttpResponse<String> get(URI uri, String... headers) {
        return send(headed(HttpRequest.newBuilder(uri), headers).GET());
    }

    public HttpResponse<String> post(URI uri, String body, String... headers) {
        return send(headed(HttpRequest.newBuilder(uri), headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> form(URI uri, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field
                .getValue())).collect(Collectors.joining("&"));
        return send(headed(HttpRequest.newBuilder(uri), headers).header("Content-Type",
                "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> delete(URI uri) {
        return send(HttpRequest.newBuilder(uri).DELETE());
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + response.body(), e);
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder headed(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
