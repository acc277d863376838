package io.shopcare.order.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.commands.CommandKey;
import io.shopcare.platform.store.Claims;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.testkit.services.TestDatabase;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Versions of a shop's rules, and which of them holds. */
@Tag("O6")
class ActivatingRulesTest {
    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<RuleSet> sets = new InMemoryAggregateStore<>();
    private final InMemoryAggregateStore<RulesInForce> inForce = new InMemoryAggregateStore<>();
    private final DraftRuleSet draft = new DraftRuleSet(sets, RulesOfTests.book(), shop -> sets.all().stream()
            .mapToInt(set -> set.aggregate().number()).max().orElse(0), Claims.in(TestDatabase.fresh()), clock);
    private final ActivateRuleSet activate = new ActivateRuleSet(inForce, clock);
    private final CurrentRules current = new CurrentRules(inForce, sets, RulesOfTests.book(), RulesOfTests.defaults());

    @Test
    @DisplayName("O6 a draft looks at no order; once active it does, under its own version; the one before is retired")
    void turnsVersionsOn() {
        var first = drafted("k1", "promises-need-a-look");
        assertThat(current.of("nuanyang").version()).isEqualTo("default-3");
        assertThat(activated(first, 0)).isEqualTo("accepted");
        assertThat(current.of("nuanyang").version()).isEqualTo("nuanyang-1");
        assertThat(current.of("harbor").version()).isEqualTo("default-3");

        var second = drafted("k2", "phone-is-valid");
        assertThat(stateOf(second)).isEqualTo(RuleSetState.DRAFT);
        assertThat(activated(second, 1)).isEqualTo("accepted");
        assertThat(current.of("nuanyang").version()).isEqualTo("nuanyang-2");
        assertThat(stateOf(first)).isEqualTo(RuleSetState.RETIRED);

        assertThat(activated(first, 2)).as("taken up again").isEqualTo("accepted");
        assertThat(stateOf(first)).isEqualTo(RuleSetState.ACTIVE);
        assertThat(stateOf(second)).isEqualTo(RuleSetState.RETIRED);
        assertThat(inForce.find("nuanyang").orElseThrow().aggregate().activations()).hasSize(3).allSatisfy(each -> {
            assertThat(each.by().id()).isEqualTo("zhu");
            assertThat(each.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    @DisplayName("O6 how long the audit waits is each shop's own, with version and author, and counts when it is turned on")
    void waitsAsTheShopWants() {
        var patient = draft.handle("nuanyang", Map.of(), 30, "merges come late",
                CommandContext.keyed(Actor.staff("zhu"), "draft", "k1", "30")).orThrow().stored().aggregate();
        assertThat(current.auditAfter("nuanyang")).isEmpty();
        activated(patient, 0);
        assertThat(current.auditAfter("nuanyang")).contains(Duration.ofMinutes(30));
        assertThat(current.auditAfter("harbor")).isEmpty();
        activated(drafted("k2", "phone-is-valid"), 1);
        assertThat(current.auditAfter("nuanyang")).as("it says nothing: the product's").isEmpty();
    }

    @Test
    @DisplayName("O6 of twenty who activate at once over the same version one wins, the others hear that it is stale")
    void letsOneWin() throws Exception {
        for (int round = 0; round < 5; round++) {
            long seen = inForce.find("nuanyang").map(found -> found.version()).orElse(0L);
            var tries = new ArrayList<Callable<String>>();
            for (int i = 0; i < 20; i++) {
                var set = drafted("r" + round + "-" + i, "phone-is-valid");
                tries.add(() -> activated(set, seen));
            }
            var answers = new ArrayList<String>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(tries))
                    answers.add(answer.get());
            }
            assertThat(answers.stream().filter("accepted"::equals)).hasSize(1);
            assertThat(answers.stream().filter("stale-version"::equals)).hasSize(19);
        }
    }

    @Test
    @DisplayName("O6 a repeat of a draft is the same version; drafts at once get numbers of their own")
    void numbersVersions() throws Exception {
        assertThat(drafted("k1", "phone-is-valid")).isEqualTo(drafted("k1", "phone-is-valid"));
        var number = new AtomicInteger();
        var drafts = new ArrayList<Callable<RuleSet>>();
        for (int i = 0; i < 20; i++)
            drafts.add(() -> drafted("n" + number.incrementAndGet(), "phone-is-valid"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(drafts))
                each.get();
        }
        assertThat(sets.all()).hasSize(21).extracting(set -> set.aggregate().number()).doesNotHaveDuplicates();
    }

    private RuleSet drafted(String key, String rule) {
        return draft.handle("nuanyang", Map.of(rule, new RuleSetting(Says.HOLD, null)), null, "because",
                CommandContext.keyed(Actor.staff("zhu"), "draft", key, rule)).orThrow().stored().aggregate();
    }

    private String activated(RuleSet set, long seen) {
        var outcome = activate.handle(set, "tried", new CommandContext(Actor.staff("zhu"), "activate",
                CommandKey.of("zhu", "activate", set.ruleSetId() + seen, ""), null, seen));
        return outcome instanceof Outcome.Rejected<RulesInForce>(var why) ? why.code() : "accepted";
    }

    private RuleSetState stateOf(RuleSet set) {
        return inForce.find("nuanyang").orElseThrow().aggregate().stateOf(set.ruleSetId());
    }
}
