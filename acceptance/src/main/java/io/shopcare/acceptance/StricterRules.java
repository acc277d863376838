package io.shopcare.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/**
 * What was ordered twice goes through with a warning. Would rules that hold it have held others too? They are drafted, tried
 * on past orders, and only then turned on (O6); in the end the shop goes back to those of before, for whatever is played next.
 */
final class StricterRules extends Chapter {
    private static final String CURRENT = "/api/order/rule-sets/current?shop=" + SHOP;
    private static final String TWINS = "nothing-like-it-was-ordered";

    private final List<String> twins = new ArrayList<>();
    private JsonNode drafted = MissingNode.getInstance();
    private JsonNode before = MissingNode.getInstance();
    /** As audits name it. */
    private String version = "";

    StricterRules(Sale sale) {
        super(sale);
    }

    @Override
    void play() {
        journal.chapter("Would stricter rules have held more? They are tried on the past first (O6)");
        journal.step("lin", "orders and pays a scarf, twice within a minute", () -> {
            for (int i = 0; i < 2; i++)
                twins.add(ordersAndPays(List.of(SCARF), true, Map.of()));
            for (var twin : twins)
                until("it goes through", () -> order(twin),
                        seen -> seen.at("/state/audit").asText().equals("approved"));
            check("with a warning", order(twins.getLast()).at("/audit/findings").toString().contains(
                    "duplicate-order"));
            return told("both go through, the second with a warning").hearing(ORDERS, twins.getLast(),
                    "order.approved.v1");
        });
        journal.step("zhu", "drafts rules that hold what was ordered twice in ten minutes", () -> {
            before = people.as("zhu").get(CURRENT).expect(200).json();
            var rules = (ObjectNode) before.at("/rules").deepCopy();
            rules.putObject(TWINS).put("says", "hold").putObject("settings").put("withinMinutes", 10);
            drafted = draft(rules, "拦截重复下单");
            version = drafted.at("/version").asText();
            same("what holds still", before.at("/version"), people.as("zhu").get(CURRENT).json().at("/version"));
            return told("version " + version + ", in force nowhere");
        });
        journal.step("zhu", "tries them on the orders of the last hours", this::tries);
        journal.step("zhu", "turns them on", () -> told("version " + activate(drafted, "试运行后启用") + " holds"));
    }

    private Told tries() {
        var now = clock.instant();
        var trial = people.as("zhu").post("/api/order/rule-sets/" + drafted.at("/ruleSetId").asText() + "/trials",
                Map.of("from", now.minus(Duration.ofHours(6)).toString(), "until", now.plusSeconds(5).toString()))
                .expect(202).at("/trialId");
        var done = until("the trial is over", Duration.ofSeconds(60), () -> people.as("an").get("/api/order/trials/"
                + trial).expect(200).json(), view -> view.at("/state").asText().equals("finished"));
        int held = done.at("/tally/rules/" + TWINS + "/hold").asInt();
        check("both would have been held for the other: " + held, held >= 2);
        check("that went through then: " + done.at("/tally"), done.at("/tally/onlyNow").asInt() >= 2);
        check("of those that were looked at: " + done.at("/tally"), done.at("/tally/looked").asInt() >= held);
        var samples = new HashSet<String>();
        done.at("/samples").forEach(sample -> {
            if (sample.at("/rule").asText().equals(TWINS) && !sample.at("/message").asText().isBlank())
                samples.add(sample.at("/orderId").asText());
        });
        check("both are among the samples: " + samples, samples.containsAll(twins));
        for (var twin : twins)
            same("nothing happened to it", "approved", order(twin).at("/state/audit").asText());
        return told("%s orders: %d held as twins, %s of all that went through then".formatted(
                done.at("/tally/looked").asText(), held, done.at("/tally/onlyNow").asText()));
    }

    String version() {
        return version;
    }

    /** Whether there is anything to go back to. */
    boolean wereSeen() {
        return !before.isMissingNode();
    }

    /** The rules of before hold again, in a version of their own where they were the product's. */
    Told undo() {
        var id = before.path("ruleSetId").asText("");
        return told(
                "version " + activate(id.isEmpty() ? draft(before.at("/rules"), "恢复原规则") : before, "恢复原规则") + " holds");
    }

    private JsonNode draft(JsonNode rules, String note) {
        return people.as("zhu").post("/api/order/rule-sets", Map.of("shop", SHOP, "note", note, "rules", rules))
                .expect(201).json();
    }

    private String activate(JsonNode set, String note) {
        var etag = people.as("zhu").get(CURRENT).expect(200).header("ETag");
        return people.as("zhu").with("If-Match", etag).post("/api/order/rule-sets/" + set.at("/ruleSetId").asText()
                + "/activation", Map.of("note", note)).expect(200).at("/version");
    }

    private JsonNode order(String id) {
        return people.as("an").get("/api/order/orders/" + id).expect(200).json();
    }
}
