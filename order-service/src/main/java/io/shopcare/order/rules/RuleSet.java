package io.shopcare.order.rules;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.store.Decision;

/**
 * A version of the rules of a shop (审单规则集). It is written once and stays as it is, so that an audit of long ago can be
 * explained; what is to change is drafted as the next version. Rules that it does not name are off.
 *
 * @param number  of the version in the shop, from 1
 * @param rules   by name
 * @param auditAfterMinutes how long the audit waits after the payment; null where the product's setting counts
 * @param note    why it was made
 * @param author  who made it
 */
public record RuleSet(String ruleSetId, String shop, int number, Map<String, RuleSetting> rules,
        @Nullable Integer auditAfterMinutes, @Nullable String note, ActorRef author, Instant draftedAt) {
    public RuleSet {
        rules = Map.copyOf(rules);
    }

    static Decision<RuleSet> draft(String ruleSetId, String shop, int number, Map<String, RuleSetting> rules,
            @Nullable Integer auditAfterMinutes, @Nullable String note, ActorRef author, Instant now) {
        return Decision.accept(new RuleSet(ruleSetId, shop, number, rules, auditAfterMinutes, note, author, now));
    }

    /** As audits name it: {@code nuanyang-4}. */
    public String version() {
        return shop + "-" + number;
    }
}
