package io.shopcare.order.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.shopcare.order.payments.AuditDelay;

/**
 * @param delay    after payment, so that merges and remarks can arrive
 * @param ruleSets of shops that do not use all rules
 */
@Validated
@ConfigurationProperties("shopcare.order.audit")
record AuditSettings(@DefaultValue("0s") Duration delay, Map<String, RuleSetSettings> ruleSets) implements AuditDelay {

    /**
     * @param version is raised with every change, and named by every audit
     * @param off     names of rules that this shop does not use
     */
    record RuleSetSettings(@DefaultValue("1") @Positive int version, @DefaultValue List<String> off) {
        static final RuleSetSettings ALL = new RuleSetSettings(1, List.of());
    }

    AuditSettings {
        ruleSets = ruleSets == null ? Map.of() : Map.copyOf(ruleSets);
    }

    @Override
    public Duration of(String shop) {
        return delay;
    }

    RuleSetSettings ruleSet(String shop) {
        return ruleSets.getOrDefault(shop, RuleSetSettings.ALL);
    }
}
