package io.shopcare.crm.blacklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

import io.shopcare.crm.blacklist.BlacklistEntry.ListedBuyer;
import io.shopcare.crm.blacklist.BlacklistEntry.Proposal;
import io.shopcare.crm.blacklist.BlacklistEntry.Subject;
import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.risk.Behaviour;
import io.shopcare.crm.risk.RiskRule;
import io.shopcare.crm.risk.RiskRules;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Stored;

/**
 * Proposes a buyer for the shop's list when a rule says so (C15); whether that is right a person decides. There is one proposal
 * for each buyer and rule. What a decision has seen does not count again: another proposal is made of what came after it.
 */
final class ProposeListing {
    private final AggregateStore<BlacklistEntry> entries;
    private final ListedSubjects listed;
    private final Function<Buyer, Behaviour> behaviour;
    private final RiskRules rules;
    private final SubjectKeys keys;
    private final Clock clock;

    ProposeListing(AggregateStore<BlacklistEntry> entries, ListedSubjects listed, Function<Buyer, Behaviour> behaviour,
            RiskRules rules, SubjectKeys keys, Clock clock) {
        this.entries = entries;
        this.listed = listed;
        this.behaviour = behaviour;
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
    }

    /** Whether somebody counts as listed in a shop. */
    @FunctionalInterface
    interface ListedSubjects {
        boolean has(String shop, String key);
    }

    /** The entry that a proposal would be, and from when on what happened counts for it. */
    private record Round(String entryId, Instant since) {}

    /** Looks at a buyer anew; told again, or by two at once, there is one proposal. */
    void handle(Buyer buyer) {
        var key = keys.ofBuyer(buyer.shop(), buyer.channel(), buyer.buyerId());
        if (listed.has(buyer.shop(), key))
            return;
        var subject = new Subject("buyer", key, new ListedBuyer(buyer.channel(), buyer.buyerId()));
        rules.of(buyer.shop()).byReason().forEach((reason, rule) -> round(buyer, reason)
                .ifPresent(round -> propose(buyer, subject, reason, rule, round)));
    }

    private void propose(Buyer buyer, Subject subject, String reason, RiskRule rule, Round round) {
        var first = look(buyer, rule, round);
        if (first.isEmpty())
            return;
        var version = rules.of(buyer.shop()).version();
        var by = Actor.system(reason);
        entries.decideOrCreate(round.entryId(), CommandContext.bySystem("propose-listing"),
                () -> BlacklistEntry.propose(round.entryId(), buyer.shop(), subject, BlacklistReason.of(reason), by,
                        new Proposal(version, look(buyer, rule, round).orElse(first.get()), clock.instant(), null)),
                there -> look(buyer, rule, round).<Decision<BlacklistEntry>>map(
                        figures -> there.seenAgain(version, Map.copyOf(figures)))
                        .orElseGet(() -> Decision.unchanged(there)));
    }

    /** What is known is read inside of the write: of two at once the last to write has seen all. */
    private Optional<SortedMap<String, Integer>> look(Buyer buyer, RiskRule rule, Round round) {
        return rule.look(behaviour.apply(buyer), round.since(), clock.instant());
    }

    private Optional<Round> round(Buyer buyer, String reason) {
        var since = Instant.EPOCH;
        for (int number = 1;; number++) {
            var id = Ids.derived("blacklist-proposal", buyer.key(), reason, Integer.toString(number));
            var before = entries.find(id).map(Stored::aggregate);
            if (before.isEmpty() || before.get().state() == BlacklistState.PROPOSED)
                return Optional.of(new Round(id, since));
            var over = before.get().overSince();
            if (over.isEmpty())
                return Optional.empty();
            since = over.get();
        }
    }
}
