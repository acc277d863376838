package io.shopcare.order.audit;

import java.time.Duration;

import org.springframework.stereotype.Component;

import io.shopcare.order.payments.AuditDelay;
import io.shopcare.order.rules.CurrentRules;

/**
 * {@link AuditDelay} as a shop's rule set has it, else the product's. It counts for orders that are paid from then on; those
 * that wait keep the moment that they were given.
 */
@Component
final class DelayOfShops implements AuditDelay {
    private final CurrentRules rules;
    private final AuditSettings settings;

    DelayOfShops(CurrentRules rules, AuditSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public Duration of(String shop) {
        return rules.auditAfter(shop).orElse(settings.delay());
    }
}
