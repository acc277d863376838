package io.shopcare.order.payments;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.signatures.SharedSecret;

/** Speaks to the sandbox provider: signed, with time-outs, nothing repeated. */
@Component
public class SandboxClient {
    private final RestClient http;
    private final SharedSecret secret;
    private final Clock clock;
    private final String notifyUrl;

    public SandboxClient(SandboxSettings settings, Clock clock) {
        var provider = settings.provider();
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(provider.connectTimeout()).build());
        requests.setReadTimeout(provider.readTimeout());
        this.http = RestClient.builder().baseUrl(provider.url().toString()).requestFactory(requests).build();
        this.secret = new SharedSecret(settings.sandbox().secret(), settings.sandbox().window());
        this.clock = clock;
        this.notifyUrl = provider.notifyUrl().toString();
    }

    /** What the provider answered. */
    public record Reply(HttpStatusCode status, JsonNode body) {}

    /** Where it tells us what happened. */
    public String notifyUrl() {
        return notifyUrl;
    }

    /**
     * Posts a message.
     *
     * @throws org.springframework.web.client.RestClientException when no answer came: what happened is not known
     */
    public Reply post(String path, Object message) {
        var body = bytes(message);
        var now = clock.instant();
        return http.post().uri(path).contentType(MediaType.APPLICATION_JSON)
                .header(SharedSecret.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(SharedSecret.SIGNATURE, secret.sign(now, body)).body(body)
                .exchange((request, response) -> new Reply(response.getStatusCode(),
                        Json.WIRE.readTree(response.getBody())));
    }

    /**
     * Asks for what the provider knows; empty when it knows nothing of it.
     *
     * @throws org.springframework.web.client.RestClientException when no answer came
     */
    public Optional<JsonNode> get(String path) {
        var now = clock.instant();
        return http.get().uri(path).header(SharedSecret.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(SharedSecret.SIGNATURE, secret.sign(now, new byte[0]))
                .exchange((request, response) -> {
                    if (response.getStatusCode().value() == 404)
                        return Optional.empty();
                    if (response.getStatusCode().isError())
                        throw new IllegalStateException("the provider answers " + response.getStatusCode());
                    return Optional.of(Json.WIRE.readTree(response.getBody()));
                });
    }

    private static byte[] bytes(Object message) {
        try {
            return Json.WIRE.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
