package io.shopcare.platform.testkit.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.testkit.doors.WhoMay.Row;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

/**
 * The rules of {@code Idempotency-Key} and {@code If-Match} at every operation that acts: a key must be there and sound; the
 * same request under it is answered alike; another one under it is refused; a version must be sound, and one that nobody has
 * seen is refused.
 */
public final class TryRepeats {
    private static final String KEY = "Idempotency-Key";
    private static final String REUSED = "idempotency-key-reused";
    private static final String FUTURE = "\"999999999\"";

    private final WhoMay table;
    private final JsonNode document;
    private final String shop;
    private final Map<String, String> things;
    private final Function<TestPerson, Api> callers;
    private final List<String> findings = new ArrayList<>();
    private int done;
    private int noticed;

    /** As {@link TryDoors}. */
    public TryRepeats(WhoMay table, JsonNode document, String shop, Map<String, String> things,
            Function<TestPerson, Api> callers) {
        this.table = table;
        this.document = document;
        this.shop = shop;
        this.things = things;
        this.callers = callers;
    }

    /** Of a service under test. */
    public static List<String> findingsAt(Api api) {
        return new TryRepeats(WhoMay.ofThisService(), api.get("/v3/api-docs").expect(200).json(), "shop-of-doors",
                Map.of(), api::as).findings();
    }

    /** Tries all of them. */
    public List<String> findings() {
        for (var operation : Operation.allOf(document))
            table.row(operation.name()).filter(row -> !row.costly() && !row.isOpen())
                    .ifPresent(row -> look(operation, row));
        return List.copyOf(findings);
    }

    /** How many operations were carried out and repeated. */
    public int done() {
        return done;
    }

    /** At how many of them it was noticed that something else was sent under the key of the first. */
    public int noticed() {
        return noticed;
    }

    private void look(Operation operation, Row row) {
        if (operation.method().equals("POST") && operation.takesKey() == row.keyless())
            findings.add(operation.name() + (row.keyless()
                    ? " takes a key, and its row says keyless: true"
                    : " acts without an Idempotency-Key; if that does no harm say keyless: true in its row, and why"));
        if (!operation.takesKey())
            return;
        var request = operation.example(things).inShop(shop);
        var caller = callers.apply(caller(row));
        expect(operation, "without a key", request.sendUnder(caller, ""), 400, "missing-idempotency-key");
        for (var unsound : List.of("k".repeat(129), "two words"))
            expect(operation, "with the key " + unsound, request.sendUnder(caller, unsound), 400, "invalid-field");
        expect(operation, "with a version that is none",
                request.send(caller.with("If-Match", "nonsense")), 400, "invalid-field");
        repeat(operation, request, caller);
        stale(operation, request, caller);
    }

    private void stale(Operation operation, ExampleRequest request, Api caller) {
        var ahead = request.send(caller.with("If-Match", FUTURE));
        if (ahead.status() < 300 && operation.path().contains("{")
                && ahead.http().headers().firstValue("ETag").isPresent())
            found(operation, "with a version that nobody has seen", ahead, "412");
    }

    private void repeat(Operation operation, ExampleRequest request, Api caller) {
        var key = Ids.next();
        var first = request.sendUnder(caller, key);
        var again = request.sendUnder(caller, key);
        if (again.status() != first.status() || !again.header("Location").equals(first.header("Location")))
            found(operation, "again", again, "the answer of the first, " + first.status());
        if (first.status() >= 300)
            return;
        done++;
        for (var other : Variations.of(operation, request.body())) {
            var answer = with(request, other).sendUnder(caller, key);
            if (answer.status() < 300)
                found(operation, "with something else under the key, " + other, answer, "422 or another refusal");
            if (answer.at("/type").endsWith(":" + REUSED)) {
                noticed++;
                return;
            }
        }
    }

    private static ExampleRequest with(ExampleRequest request, JsonNode body) {
        return new ExampleRequest(request.method(), request.path(), body, request.isUpload());
    }

    private TestPerson caller(Row row) {
        var role = WhoMay.ROLES.stream().filter(row::lets).filter(one -> !one.equals("visitor")).toList();
        var first = role.contains("buyer") ? "buyer" : role.getFirst();
        return first.equals("buyer")
                ? TestPerson.buyer("lin", shop)
                : first.equals("service") ? TestPerson.service("doors") : TestPerson.staff(first + "-lin", first, shop);
    }

    private void expect(Operation operation, String how, Api.Response answer, int status, String problem) {
        if (answer.status() != status || !answer.at("/type").endsWith(":" + problem))
            found(operation, how, answer, status + " " + problem);
    }

    private void found(Operation operation, String how, Api.Response answer, String expected) {
        var body = answer.http().body();
        findings.add("%s %s: expected %s, but got %d %s".formatted(operation.name(), how, expected, answer.status(),
                body.substring(0, Math.min(200, body.length()))));
    }
}
