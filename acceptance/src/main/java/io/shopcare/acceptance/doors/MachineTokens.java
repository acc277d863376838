package io.shopcare.acceptance.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
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

    MachineTokens(String issuer, String gateway, Map<String, String> things) {
        this.issuer = issuer;
        this.gateway = gateway;
        this.things = things;
    }

    /** Every operation that needs a token, with the token of each client, all four at once. */
    List<String> look(Map<String, JsonNode> documents, Function<String, WhoMay> tables)
            throws InterruptedException, ExecutionException {
        var operations = documents.entrySet().stream().flatMap(one -> {
            var table = tables.apply(one.getKey());
            return Operation.allOf(one.getValue()).stream().filter(operation -> table.row(operation.name())
                    .filter(row -> !row.isOpen()).isPresent());
        }).toList();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = CLIENTS.stream().map(client -> clients.submit(() -> look(client, operations))).toList();
            var findings = new ArrayList<String>();
            for (var look : looks)
                findings.addAll(look.get());
            return findings;
        }
    }

    private List<String> look(String client, List<Operation> operations) {
        var token = token(client);
        var scopes = List.of(claims(token).path("scope").asText().split(" "));
        var caller = new Api(gateway).with("Authorization", "Bearer " + token);
        var findings = new ArrayList<String>();
        int opened = 0;
        for (var operation : operations) {
            var answer = operation.example(things).send(caller);
            if (answer.status() == 200)
                opened++;
            if (answer.status() != 403 && !scopes.contains(scopeOf(operation)))
                findings.add(operation.name() + " with the token of " + client + ": expected 403, but got "
                        + answer.status());
        }
        System.out.printf("  %-18s opens %d operations: %s%n", client, opened, scopes);
        return findings;
    }

    private static String scopeOf(Operation operation) {
        var where = operation.path().split("/");
        return where[2] + "." + where[3] + (operation.method().equals("GET") ? ":read" : ":write");
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
