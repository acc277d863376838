package io.shopcare.order.rules;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Turns a version of a shop's rules on, in place of the one that its author has seen in force. */
@Component
class ActivateRuleSet {
    private final AggregateStore<RulesInForce> inForce;
    private final Clock clock;

    ActivateRuleSet(AggregateStore<RulesInForce> inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
    }

    /** @param context with the version of what is in force; 0 where the shop has made no choice before */
    Outcome<RulesInForce> handle(RuleSet wanted, @Nullable String note, CommandContext context) {
        var by = ActorRef.of(context.actor());
        return inForce.decideOrCreate(wanted.shop(), context, () -> first(wanted, by, note, context),
                current -> current.activate(wanted, by, note, clock.instant()));
    }

    private Decision<RulesInForce> first(RuleSet wanted, ActorRef by, @Nullable String note, CommandContext context) {
        var expected = context.expectedVersion();
        return expected == null || expected == 0
                ? RulesInForce.first(wanted, by, note, clock.instant())
                : Decision.reject(new Rejection(Rejection.Kind.STALE, "stale-version",
                        Map.of("given", expected, "current", 0)));
    }
}
