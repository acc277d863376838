package io.shopcare.acceptance.doors;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.acceptance.doors.RawHttp.Answer;
import io.shopcare.acceptance.doors.RawHttp.Request;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.doors.Operation;
import io.shopcare.platform.testkit.doors.WhoMay;
import io.shopcare.platform.testkit.services.TestPerson;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Sends what nobody should send to every operation, as somebody who may: the example of the OpenAPI document with one thing
 * wrong in it. Never may a defect be answered; never may something happen half: what is refused leaves the thing as it was.
 */
final class BadInput {
    private static final int SHOWN_EACH = 2;

    /** An operation, with who gets in there. */
    private record Door(Operation operation, WhoMay.Row row) {}

    private final RawHttp http;
    private final StackKeys keys;
    private final Map<String, String> things;
    private final SplittableRandom dice;
    private final List<Door> doors = new ArrayList<>();
    private final Map<String, List<String>> findings = new TreeMap<>();
    private final Map<Mutation, Map<Integer, Integer>> statuses = new EnumMap<>(Mutation.class);

    BadInput(URI gateway, StackKeys keys, Map<String, String> things, long seed) {
        this.http = new RawHttp(gateway.getHost(), gateway.getPort());
        this.keys = keys;
        this.things = things;
        this.dice = new SplittableRandom(seed);
    }

    /** More to knock at. */
    BadInput at(JsonNode document, WhoMay table) {
        Operation.allOf(document).forEach(operation -> table.row(operation.name()).filter(row -> !row.costly())
                .ifPresent(row -> doors.add(new Door(operation, row))));
        return this;
    }

    /** So many requests, the same number to each operation. */
    List<String> send(int requests) {
        for (int i = 0; i < requests; i++)
            knock(doors.get(i % doors.size()));
        statuses.forEach((mutation, counts) -> System.out.printf("  %-14s %s%n", mutation.name().toLowerCase(
                java.util.Locale.ROOT).replace('_', ' '), counts));
        return findings.values().stream().flatMap(List::stream).toList();
    }

    private void knock(Door door) {
        var operation = door.operation();
        var body = operation.example(things).body();
        var mutation = mutation(operation, body);
        var good = good(door, body);
        var request = mutation.applied(good, body, dice);
        boolean looks = operation.takesKey() && dice.nextInt(8) == 0;
        var before = looks ? stateOfTheOrder(operation) : "";
        var answer = http.send(request);
        statuses.computeIfAbsent(mutation, _ -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
        Verdict.on(request, answer).ifPresent(wrong -> found(door, mutation, request, answer, wrong));
        if (looks && answer.status() >= 400 && !stateOfTheOrder(operation).equals(before))
            found(door, mutation, request, answer, "refused, and yet something was done");
    }

    private Mutation mutation(Operation operation, JsonNode body) {
        var all = Mutation.values();
        while (true) {
            var one = all[dice.nextInt(all.length)];
            if (!one.needsBody() || !body.isMissingNode() || operation.contentTypes().contains("multipart/form-data"))
                if (one != Mutation.HUGE_BODY || dice.nextInt(5) == 0)
                    return one;
        }
    }

    private Request good(Door door, JsonNode body) {
        var example = door.operation().example(things);
        var headers = new ArrayList<Map.Entry<String, String>>();
        if (!door.row().isOpen())
            headers.add(Map.entry("Authorization", "Bearer " + keys.token(caller(door.row()))));
        headers.add(Map.entry("Accept-Language", dice.nextBoolean() ? "zh-CN" : "en"));
        headers.add(Map.entry("Accept", "application/json, application/problem+json"));
        if (door.operation().takesKey())
            headers.add(Map.entry("Idempotency-Key", Ids.next()));
        if (!body.isMissingNode())
            headers.add(Map.entry("Content-Type", example.isUpload()
                    ? "multipart/form-data; boundary=doors"
                    : "application/json"));
        return new Request(example.method(), example.path(), headers,
                body.isMissingNode() ? new byte[0] : BadValues.written(body).getBytes(UTF_8));
    }

    /** Somebody who may; the buyer whose things they are, or one of the shop's people. */
    private TestPerson caller(WhoMay.Row row) {
        var may = WhoMay.ROLES.stream().filter(row::lets).filter(role -> !role.equals("visitor")).toList();
        var role = may.get(dice.nextInt(may.size()));
        return switch (role) {
            case "buyer" -> TestPerson.buyer("lin", "nuanyang");
            case "service" -> TestPerson.service("doors");
            default -> TestPerson.staff(role + "-of-doors", role, "nuanyang");
        };
    }

    private String stateOfTheOrder(Operation operation) {
        var thing = operation.path().startsWith("/api/aftersale/cases/")
                ? "/api/aftersale/cases/" + things.get("cases")
                : "/api/order/orders/" + things.get("orders");
        return http.send(new Request("GET", thing, List.of(Map.entry("Authorization", "Bearer "
                + keys.token(TestPerson.buyer("lin", "nuanyang")))), new byte[0])).header("ETag");
    }

    private void found(Door door, Mutation mutation, Request request, Answer answer, String wrong) {
        var known = findings.computeIfAbsent(door.operation().name() + wrong, _ -> new ArrayList<>());
        if (known.size() < SHOWN_EACH)
            known.add("%s (%s): %s%n      sent %s%n      got %d %s".formatted(door.operation().name(), mutation, wrong,
                    Mutation.shown(request), answer.status(),
                    answer.body().substring(0, Math.min(300, answer.body().length()))));
    }
}
