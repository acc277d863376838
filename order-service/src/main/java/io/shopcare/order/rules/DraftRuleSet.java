package io.shopcare.order.rules;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Claims;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

/** Writes the next version of a shop's rules. Its number is claimed first, so that no two versions share one. */
@Component
class DraftRuleSet {

    /** Which numbers are given out. */
    @FunctionalInterface
    interface Numbers {
        /** The highest of a shop; 0 when there is none. */
        int latest(String shop);
    }

    private final AggregateStore<RuleSet> sets;
    private final RuleBook book;
    private final Numbers numbers;
    private final Claims claims;
    private final Clock clock;

    DraftRuleSet(AggregateStore<RuleSet> sets, RuleBook book, Numbers numbers, Claims claims, Clock clock) {
        this.sets = sets;
        this.book = book;
        this.numbers = numbers;
        this.claims = claims;
        this.clock = clock;
    }

    /** @param auditAfterMinutes null where the product's setting counts */
    Outcome<RuleSet> handle(String shop, Map<String, RuleSetting> rules, @Nullable Integer auditAfterMinutes,
            @Nullable String note, CommandContext context) {
        book.check(rules);
        var id = context.newId();
        if (sets.find(id).isPresent())
            return sets.decide(id, context, Decision::unchanged);
        int number = number(shop, id);
        return sets.create(id, context, () -> RuleSet.draft(id, shop, number, rules, auditAfterMinutes, note,
                ActorRef.of(context.actor()), clock.instant()));
    }

    /** Whoever died with a number claimed leaves a gap, or goes on with it under the same key. */
    private int number(String shop, String id) {
        for (int number = numbers.latest(shop) + 1;; number++)
            if (claims.claim("rule-set/" + shop + "/" + number, id).equals(id))
                return number;
    }
}
