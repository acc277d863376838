package io.shopcare.crm.blacklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.risk.Behaviour;
import io.shopcare.crm.risk.RiskRule;
import io.shopcare.crm.risk.RiskRules;
import io.shopcare.crm.risk.Risks;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.testkit.store.InMemoryAggregateStore;
import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule proposes, a person decides; two parcels refused in thirty days are enough here. */
@Tag("C15")
class ProposingPeopleTest {
    private static final Actor KE = Actor.staff("ke");
    private static final Buyer TOM = new Buyer("nuanyang", "web", "tom");
    private static final RiskRules RULES = new RiskRules(new RiskRules.RuleSet("v-1", "test", null,
            new RiskRule.RefusedDeliveries(2, 30)), Map.of());

    private final MutableClock clock = MutableClock.at("2026-11-10T02:00:00Z");
    private final InMemoryAggregateStore<BlacklistEntry> entries = new InMemoryAggregateStore<>(new AggregateType<>(
            "blacklist-entry", BlacklistEntry.class, "blacklist", "shopcare.crm.blacklist", BlacklistEntry::shop)
            .withDeadlines(List.of(BlacklistEntry.expiry())));
    private final Set<String> listed = new HashSet<>();
    private Behaviour behaviour = Risks.refusals(2, clock.instant());
    private final ProposeListing propose = new ProposeListing(entries, (shop, key) -> listed.contains(key),
            buyer -> behaviour, RULES, new SubjectKeys("local-blacklist-secret"), clock);

    @Test
    @DisplayName("C15 proposed with the rules' version and figures; it does not count, and nobody outside hears of it")
    void proposes() {
        behaviour = Risks.refusals(1, clock.instant());
        propose.handle(TOM);
        assertThat(entries.all()).isEmpty();

        behaviour = Risks.refusals(2, clock.instant());
        propose.handle(TOM);
        propose.handle(TOM);
        var proposed = only();
        assertThat(proposed.state()).isEqualTo(BlacklistState.PROPOSED);
        assertThat(proposed.counts()).isFalse();
        assertThat(proposed.reason()).isEqualTo(BlacklistReason.REFUSED_DELIVERIES);
        assertThat(proposed.proposal()).satisfies(seen -> {
            assertThat(seen.rules()).isEqualTo("v-1");
            assertThat(seen.figures()).isEqualTo(Map.of("parcels", 2, "withinDays", 30));
        });
        behaviour = Risks.refusals(3, clock.instant());
        propose.handle(TOM);
        assertThat(only().proposal()).satisfies(seen -> assertThat(seen.figures()).containsEntry("parcels", 3));
        assertThat(entries.published()).isEmpty();
        assertThat(code(entries.decide(id(), by("lift"), it -> it.lift(KE, clock.instant(), "x")))).isEqualTo(
                "proposal-open");
    }

    @Test
    @DisplayName("C15 accepted by a person it counts and is told, until its end; who comes second hears who decided")
    void isAccepted() {
        propose.handle(TOM);
        var until = clock.instant().plus(Duration.ofDays(90));
        entries.decide(id(), by("accept"), it -> it.accept(KE, clock.instant(), "two of two", until)).orThrow();
        assertThat(only().counts()).isTrue();
        assertThat(only().listedBy()).isEqualTo(KE);
        assertThat(entries.published()).hasSize(1);
        assertThat(code(entries.decide(id(), by("accept"), it -> it.accept(Actor.staff("lu"), clock.instant(), "x",
                null)))).isEqualTo("proposal-decided");
        assertThat(code(entries.decide(id(), by("decline"), it -> it.decline(Actor.staff("lu"), clock.instant(),
                "x")))).isEqualTo("proposal-decided");
        behaviour = Risks.refusals(9, clock.instant());
        propose.handle(TOM);
        assertThat(entries.all()).as("is on the list").hasSize(1);

        clock.advance(Duration.ofDays(90));
        entries.fireDue(clock.instant());
        assertThat(only().state()).isEqualTo(BlacklistState.EXPIRED);
        behaviour = Risks.refusals(9, clock.instant());
        propose.handle(TOM);
        assertThat(entries.all()).as("what it was listed for, and while it was, is over").hasSize(1);
        clock.advance(Duration.ofDays(10));
        behaviour = Risks.refusals(2, clock.instant());
        propose.handle(TOM);
        assertThat(entries.all()).as("and again").hasSize(2);
    }

    @Test
    @DisplayName("C15 lifted: what the entry was for makes no proposal, what comes after it does")
    void startsAnewWhenLifted() {
        propose.handle(TOM);
        var id = id();
        entries.decide(id, by("accept"), it -> it.accept(KE, clock.instant(), "two of two", null)).orThrow();
        clock.advance(Duration.ofDays(1));
        entries.decide(id, by("lift"), it -> it.lift(KE, clock.instant(), "talked to him")).orThrow();
        propose.handle(TOM);
        assertThat(entries.all()).hasSize(1);
        clock.advance(Duration.ofDays(10));
        behaviour = Risks.refusals(2, clock.instant());
        propose.handle(TOM);
        assertThat(entries.all()).hasSize(2);
    }

    @Test
    @DisplayName("C15 declined it is told to nobody, and what it counted is not counted again; what comes later is")
    void isDeclined() {
        propose.handle(TOM);
        entries.decide(id(), by("decline"), it -> it.decline(KE, clock.instant(), "was ill")).orThrow();
        assertThat(entries.published()).isEmpty();
        propose.handle(TOM);
        assertThat(only().state()).isEqualTo(BlacklistState.DECLINED);

        clock.advance(Duration.ofDays(10));
        behaviour = Risks.refusals(3, clock.instant());
        propose.handle(TOM);
        assertThat(entries.all()).hasSize(2).extracting(stored -> stored.aggregate().state())
                .containsExactlyInAnyOrder(BlacklistState.DECLINED, BlacklistState.PROPOSED);
    }

    @Test
    @DisplayName("C15 who is on the list by hand is not proposed")
    void leavesTheListedAlone() {
        listed.add(new SubjectKeys("local-blacklist-secret").ofBuyer("nuanyang", "web", "tom"));
        propose.handle(TOM);
        assertThat(entries.all()).isEmpty();
    }

    @Test
    @DisplayName("C15 heard by several consumers at once: one proposal; accepted and declined at once: one wins")
    void isOne() throws Exception {
        race(() -> {
            propose.handle(TOM);
            return null;
        });
        assertThat(entries.all()).hasSize(1);
        var id = id();
        var outcomes = race(() -> entries.decide(id, by("d"), it -> Math.random() < 0.5
                ? it.accept(KE, clock.instant(), "x", null)
                : it.decline(KE, clock.instant(), "x")));
        assertThat(outcomes.stream().filter(Outcome.Accepted.class::isInstance)).hasSize(1);
    }

    private static <T> List<T> race(Callable<T> each) throws Exception {
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(12, each)))
                results.add(answer.get());
        }
        return results;
    }

    private BlacklistEntry only() {
        assertThat(entries.all()).hasSize(1);
        return entries.all().stream().map(Stored::aggregate).findFirst().orElseThrow();
    }

    private String id() {
        return only().entryId();
    }

    private static CommandContext by(String name) {
        return CommandContext.bySystem(name);
    }

    private static String code(Outcome<BlacklistEntry> outcome) {
        return outcome instanceof Outcome.Rejected<BlacklistEntry>(var why) ? why.code() : "accepted";
    }
}
