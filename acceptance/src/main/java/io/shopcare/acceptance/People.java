package io.shopcare.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.services.Api;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The demo people, each with their own token, calling through the gateway. */
public final class People {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Surroundings at;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public People(Surroundings at) {
        this.at = at;
    }

    /** Calls as this person. */
    public Api as(String name) {
        return new Api(at.gateway()).with("Authorization", "Bearer " + token(name)).with("Accept-Language", "zh-CN");
    }

    /** Calls without a token. */
    public Api nobody() {
        return new Api(at.gateway());
    }

    String token(String name) {
        return tokens.computeIfAbsent(name, this::signIn);
    }

    /** The grant that local providers take for trying out; the demo people's passwords are their names. */
    private String signIn(String name) {
        var form = "grant_type=password&client_id=shopcare-cli&username=" + URLEncoder.encode(name, UTF_8)
                + "&password=" + URLEncoder.encode(name, UTF_8);
        var request = HttpRequest.newBuilder(URI.create(at.issuer() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new IllegalStateException(name + " can't sign in: " + answer.body());
            return Json.WIRE.readTree(answer.body()).at("/access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException("no identity provider at " + at.issuer() + ": is the stack up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
