package io.shopcare.platform.testkit.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.json.Json;

/** Calls a service over HTTP, as a person: {@code api.as(mei).post("/api/...", body)}. */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final Map<String, String> headers;
    private final Consumer<Response> onlooker;

    /** Without a token. */
    public Api(String base) {
        this(base, Map.of(), _ -> {});
    }

    private Api(String base, Map<String, String> headers, Consumer<Response> onlooker) {
        this.base = base;
        this.headers = headers;
        this.onlooker = onlooker;
    }

    /** With somebody who is shown every answer before the caller is, and may fail the test for it. */
    public Api shownTo(Consumer<Response> somebody) {
        return new Api(base, headers, somebody);
    }

    /** What stands before the paths. */
    public String base() {
        return base;
    }

    /** With a token of this person. */
    public Api as(TestPerson person) {
        return with("Authorization", "Bearer " + TestIssuer.token(person));
    }

    /** With one more header. */
    public Api with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(base, more, onlooker);
    }

    public Response get(String path) {
        return send("GET", path, null);
    }

    /** Posts a JSON body (a text is sent as it is), under a new {@code Idempotency-Key} unless one is set. */
    public Response post(String path, @Nullable Object body) {
        return (headers.containsKey("Idempotency-Key") ? this : with("Idempotency-Key", Ids.next())).send("POST", path,
                body);
    }

    public Response put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** Sends whatever it is told. */
    public Response send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30))
                .method(method, body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(text(body)));
        if (body != null && !headers.containsKey("Content-Type"))
            request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            var answer = new Response(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            onlooker.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : Json.WIRE.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What came back. */
    public record Response(HttpResponse<String> http) {
        public int status() {
            return http.statusCode();
        }

        /** The body as JSON; missing where there is none. */
        public JsonNode json() {
            try {
                return http.body().isEmpty() ? MissingNode.getInstance() : Json.WIRE.readTree(http.body());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("not JSON: " + http.body(), e);
            }
        }

        /** The value at a JSON pointer, as text. */
        public String at(String pointer) {
            return json().at(pointer).asText();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** This response, if it has the status; an error that tells all of it otherwise. */
        public Response expect(int status) {
            if (status() != status)
                throw new AssertionError(
                        "expected " + status + " of " + http.request().method() + " " + http.uri() + " but got "
                                + status() + " " + http.body());
            return this;
        }
    }
}
