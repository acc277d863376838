package io.shopcare.order.rules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;

/**
 * Which version of its rules a shop goes by. One document says it, so that turning one version on and the other off is one
 * write, and of two who do it at once one wins.
 *
 * @param ruleSetId   the version in force
 * @param activations who turned which version on, the newest first; the last hundred of them
 */
public record RulesInForce(String shop, String ruleSetId, List<Activation> activations) {
    private static final int KEPT = 100;

    /** A version was turned on. */
    public record Activation(String ruleSetId, int number, ActorRef by, Instant at, @Nullable String note) {}

    public RulesInForce {
        activations = List.copyOf(activations);
    }

    static Decision<RulesInForce> first(RuleSet wanted, ActorRef by, @Nullable String note, Instant now) {
        return Decision.accept(new RulesInForce(wanted.shop(), wanted.ruleSetId(),
                List.of(new Activation(wanted.ruleSetId(), wanted.number(), by, now, note))));
    }

    Decision<RulesInForce> activate(RuleSet wanted, ActorRef by, @Nullable String note, Instant now) {
        if (wanted.ruleSetId().equals(ruleSetId))
            return Decision.unchanged(this);
        var next = new Activation(wanted.ruleSetId(), wanted.number(), by, now, note);
        return Decision.accept(new RulesInForce(shop, wanted.ruleSetId(),
                Stream.concat(Stream.of(next), activations.stream()).limit(KEPT).toList()));
    }

    /** Where a version stands. One that was active before the last hundred activations is taken for a draft. */
    RuleSetState stateOf(String id) {
        if (id.equals(ruleSetId))
            return RuleSetState.ACTIVE;
        return activations.stream().anyMatch(each -> each.ruleSetId().equals(id))
                ? RuleSetState.RETIRED
                : RuleSetState.DRAFT;
    }
}
