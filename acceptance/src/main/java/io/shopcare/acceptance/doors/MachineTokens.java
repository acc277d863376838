package io.shopcare.acceptance.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.testkit.doors.Operation;
import io.shopcare.platform.testkit.doors.WhoMay;
import io.shopcare.platform.testkit.services.Api;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the services' own tokens, as the provider gives them, open: what their scopes name, and nothing else. */
final class MachineTokens {
    private static final List<String> CLIENTS = List.of("presale-service", "order-service", "aftersale-service",
            "crm-service");

    private final String issuer;
    private final String gateway;
    private final Map<String, String> things;
    private final List<String> findings = new ArrayList<>();
    private int opened;

    MachineTokens(String issuer, String gateway, Map<String, String> things) {
        this.issuer = issuer;
        this.gateway = gateway;
        this.things = things;
    }

    /** Every operation that needs a token, with the token of each client. */
    List<String> look(Map<String, JsonNode> documents, Function<String, WhoMay> tables) {
        for (var client : CLIENTS) {
            var token = token(client);
            var scopes = List.of(claims(token).path("scope").asText().split(" "));
            var caller = new Api(gateway).with("Authorization", "Bearer " + token);
            opened = 0;
            documents.forEach((service, document) -> Operation.allOf(document).stream()
                    .filter(operation -> tables.apply(service).row(operation.name()).filter(row -> !row.isOpen())
                            .isPresent())
                    .forEach(operation -> knock(client, caller, scopes, operation)));
            System.out.printf("  %-18s opens %d operations: %s%n", client, opened, scopes);
        }
        return findings;
    }

    private void knock(String client, Api caller, List<String> scopes, Operation operation) {
        var where = operation.path().split("/");
        var scope = where[2] + "." + where[3] + (operation.method().equals("GET") ? ":read" : ":write");
        boolean may = scopes.contains(scope);
        var answer = operation.example(things).send(caller);
        if (answer.status() == 200)
            opened++;
        if (!may && answer.status() != 403)
            findings.add(operation.name() + " with the token of " + client + ": expected 403, but got "
                    + answer.status());
    }

    private String token(String client) {
        var secret = Base64.getEncoder().encodeToString((client + ":" + client + "-secret").getBytes(UTF_8));
        return new Api(issuer).with("Authorization", "Basic " + secret)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/oauth2/token", "grant_type=client_credentials").expect(200).at("/access_token");
    }

    private static JsonNode claims(String token) {
        try {
            return Json.WIRE.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
