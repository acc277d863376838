package io.shopcare.standalone.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the payment provider says it took and gave back. */
final class ProviderLedger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI provider;

    ProviderLedger(URI provider) {
        this.provider = provider;
    }

    /** The local stack's, moved by the port offset of the environment. */
    static ProviderLedger local() {
        int offset = Integer.parseInt(System.getenv().getOrDefault("SHOPCARE_PORT_OFFSET", "0"));
        return new ProviderLedger(URI.create("http://localhost:" + (9010 + offset)));
    }

    JsonNode page(String after, int limit) throws IOException, InterruptedException {
        return get("/v1/ledger/payments?limit=" + limit + "&after=" + after);
    }

    /** Missing when the provider never heard of it. */
    JsonNode payment(String paymentNo) throws IOException, InterruptedException {
        return get("/v1/ledger/payments/" + paymentNo);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(provider.resolve(path)).timeout(Duration.ofSeconds(20)).GET()
                .build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 404)
            return JSON.missingNode();
        if (answer.statusCode() / 100 != 2)
            throw new IOException("the provider answers " + answer.statusCode());
        return JSON.readTree(answer.body());
    }
}
