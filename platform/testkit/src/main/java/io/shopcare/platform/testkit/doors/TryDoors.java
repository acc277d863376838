package io.shopcare.platform.testkit.doors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.testkit.doors.WhoMay.Elsewhere;
import io.shopcare.platform.testkit.doors.WhoMay.Row;
import io.shopcare.platform.testkit.services.Api;
import io.shopcare.platform.testkit.services.TestPerson;

/**
 * Sends the example of every operation as everybody: each role in the shop, in another shop, another buyer, somebody with no
 * token; and finds where the answer is not what the table says.
 */
public final class TryDoors {
    private static final String ELSEWHERE = "elsewhere";
    /** What one has put somewhere is there when it is asked for. */
    private static final Comparator<Operation> PUT_FIRST = Comparator
            .comparing((Operation operation) -> !operation.method().equals("PUT"));

    private final WhoMay table;
    private final JsonNode document;
    private final String shop;
    private final Map<String, String> things;
    private final Function<TestPerson, Api> callers;
    private final Api nobody;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Api.Response> unfit = new TreeMap<>();
    private final Set<String> fit = new HashSet<>();
    private final Set<String> carriedOut = new HashSet<>();
    private int tried;
    private boolean few;

    /**
     * @param shop    where it is tried
     * @param things  ids of real things of the buyer {@code lin} in that shop, as {@link Operation#example} takes them; about
     *                others the made-up ids of the examples are asked for, which somebody who may is told 404
     * @param callers how to call as somebody
     * @param nobody  how to call without a token
     */
    public TryDoors(WhoMay table, JsonNode document, String shop, Map<String, String> things,
            Function<TestPerson, Api> callers, Api nobody) {
        this.table = table;
        this.document = document;
        this.shop = shop;
        this.things = things;
        this.callers = callers;
        this.nobody = nobody;
    }

    /** Of a service under test: nothing real is there, so that nothing real is changed. */
    public static List<String> findingsAt(Api api) {
        var document = api.get("/v3/api-docs").expect(200).json();
        var table = WhoMay.ofThisService();
        var misfits = table.misfits(document);
        if (!misfits.isEmpty())
            return misfits;
        return new TryDoors(table, document, "shop-of-doors", Map.of(), api::as, api).findings(false);
    }

    /**
     * Tries all of them.
     *
     * @param all whether also what is costly
     */
    public List<String> findings(boolean all) {
        for (var operation : Operation.allOf(document).stream().sorted(PUT_FIRST).toList())
            table.row(operation.name()).ifPresent(row -> {
                var request = operation.example(things).inShop(shop);
                if (row.isOpen())
                    tryOpen(operation, request);
                else {
                    expect(operation, "nobody", send(request, nobody), 401);
                    roles(operation, row).forEach(role -> tryAs(role, operation, row, request, all));
                }
            });
        unfit.forEach((name, answer) -> {
            if (!few && !fit.contains(name)) // one of the two may need more in it than the other
                findings.add(name + ": its own example is refused with " + answer.http().body());
        });
        return List.copyOf(findings);
    }

    /** From now on each operation as two only, one who may and one who may not, another two at each. */
    public TryDoors asFew() {
        few = true;
        return this;
    }

    private List<String> roles(Operation operation, Row row) {
        if (!few)
            return WhoMay.ROLES;
        var from = new ArrayList<>(WhoMay.ROLES);
        Collections.rotate(from, operation.name().hashCode());
        return Stream.concat(from.stream().filter(row::lets).limit(1),
                from.stream().filter(role -> !row.lets(role)).limit(1)).toList();
    }

    /** Operations whose examples were carried out as they stand. */
    public int carriedOut() {
        return carriedOut.size();
    }

    /** Operations whose examples were understood and refused by the state of things, by whoever sent them. */
    public List<String> refused() {
        return Operation.allOf(document).stream().map(Operation::name).filter(name -> !carriedOut.contains(name))
                .sorted().toList();
    }

    /** How many requests that took. */
    public int tried() {
        return tried;
    }

    /** With no token, and without the signature that some of these want instead. */
    private void tryOpen(Operation operation, ExampleRequest request) {
        var answer = send(request, nobody);
        if (answer.status() >= 500 || answer.status() == 403)
            found(operation, "nobody", answer, "that they get in, or are asked for a signature");
        carriedOut(operation, answer);
    }

    private void tryAs(String role, Operation operation, Row row, ExampleRequest request, boolean all) {
        boolean isBuyer = role.equals("buyer") || role.equals("visitor");
        if (!row.lets(role)) {
            var own = send(request, callers.apply(person("lin", role, shop, "web")));
            if (role.equals("visitor"))
                expect(operation, "visitor", own, 403, 404, 401); // where visitors' tokens count for nothing
            else if (things.isEmpty() || !operation.isAbout(things))
                expect(operation, role, own, 403, 404);
            else
                expect(operation, role, own, row.hidesFrom(role) ? 404 : 403);
            if (all && !role.equals("service"))
                expect(operation, role + " of another shop",
                        send(request, callers.apply(person("lin", role, ELSEWHERE, "web"))), 403, 404, 401);
            return;
        }
        if (!role.equals("service"))
            outside(operation, row, role + " of another shop",
                    send(request, callers.apply(person("lin", role, ELSEWHERE, "web"))));
        if (isBuyer && !row.shared() && operation.namesAThing()) {
            outside(operation, row, "another " + role, send(request, callers.apply(person("eve", role, shop, "web"))));
            outside(operation, row, role + " of another channel",
                    send(request, callers.apply(person("lin", role, shop, "other"))));
        }
        if (!row.costly() || all)
            getsIn(operation, row, role, send(request, callers.apply(person("lin", role, shop, "web"))));
    }

    private void getsIn(Operation operation, Row row, String role, Api.Response answer) {
        boolean refusedByRole = answer.status() == 403 && !answer.json().has("reason");
        boolean mayBeMissing = things.isEmpty() || !operation.isAbout(things) || role.equals("visitor")
                || row.sometimes();
        if (answer.status() == 401 || refusedByRole || answer.status() == 404 && !mayBeMissing
                || answer.status() == 500)
            found(operation, role, answer, "that they get in");
        carriedOut(operation, answer);
    }

    private void carriedOut(Operation operation, Api.Response answer) {
        if (answer.status() == 400)
            unfit.putIfAbsent(operation.name(), answer);
        else
            fit.add(operation.name());
        if (answer.status() < 300)
            carriedOut.add(operation.name());
    }

    private void outside(Operation operation, Row row, String who, Api.Response answer) {
        if (things.values().stream().anyMatch(id -> answer.status() == 200 && id.length() > 30
                && answer.http().body().contains(id)))
            found(operation, who, answer, "nothing of it");
        if (row.outside() == Elsewhere.ALIKE && answer.status() < 500 && answer.status() != 401)
            return;
        boolean isEmpty = answer.status() == 200 && answer.json().path("items").isEmpty()
                && answer.json().has("items");
        if (row.outside() == Elsewhere.EMPTY ? !isEmpty : answer.status() != 404)
            found(operation, who, answer, row.outside() == Elsewhere.EMPTY ? "an empty list" : "404");
    }

    private void expect(Operation operation, String who, Api.Response answer, int... statuses) {
        for (int status : statuses)
            if (answer.status() == status)
                return;
        found(operation, who, answer, String.valueOf(statuses[0]));
    }

    private Api.Response send(ExampleRequest request, Api caller) {
        tried++;
        return request.send(caller);
    }

    private void found(Operation operation, String who, Api.Response answer, String expected) {
        if (answer.status() == 400) {
            unfit.putIfAbsent(operation.name(), answer); // told of once, for all
            return;
        }
        var body = answer.http().body();
        findings.add("%s as %s: expected %s, but got %d %s".formatted(operation.name(), who, expected, answer.status(),
                body.substring(0, Math.min(300, body.length()))));
    }

    private static TestPerson person(String id, String role, String shop, String channel) {
        return switch (role) {
            case "service" -> TestPerson.service(id);
            case "buyer", "visitor" -> new TestPerson(id, List.of(role), List.of(shop), channel, "zh-CN");
            default -> TestPerson.staff(role + "-" + id, role, shop);
        };
    }
}
