package io.shopcare.crm.risk;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What makes the product propose somebody for a shop's blacklist. Nobody is listed by it: a person decides.
 *
 * @param standard of shops that have none of their own
 * @param shops    what shops have in its place, by their ids
 */
public record RiskRules(RuleSet standard, Map<String, RuleSet> shops) {

    /**
     * @param version           named in every proposal
     * @param source            who says so
     * @param abusiveReturns    null where nobody is proposed for them
     * @param refusedDeliveries null where nobody is proposed for them
     */
    public record RuleSet(String version, String source, RiskRule.@Nullable AbusiveReturns abusiveReturns,
            RiskRule.@Nullable RefusedDeliveries refusedDeliveries) {

        /** By the reason that they give. */
        public Map<String, RiskRule> byReason() {
            var rules = new LinkedHashMap<String, RiskRule>();
            if (abusiveReturns != null)
                rules.put("abusive-returns", abusiveReturns);
            if (refusedDeliveries != null)
                rules.put("refused-deliveries", refusedDeliveries);
            return rules;
        }
    }

    public RiskRules {
        shops = shops == null ? Map.of() : Map.copyOf(shops); // most installations have none of their own
    }

    /** Those that count in a shop. */
    public RuleSet of(String shop) {
        return shops.getOrDefault(shop, standard);
    }
}
