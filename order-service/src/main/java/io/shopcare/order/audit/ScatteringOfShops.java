package io.shopcare.order.audit;

import org.springframework.stereotype.Component;

import io.shopcare.order.rules.CurrentRules;
import io.shopcare.order.stock.Scattering;

/** {@link Scattering} as the rule set in force has it. */
@Component
final class ScatteringOfShops implements Scattering {
    private final CurrentRules rules;

    ScatteringOfShops(CurrentRules rules) {
        this.rules = rules;
    }

    @Override
    public boolean isAllowed(String shop) {
        return rules.of(shop).splitsOverWarehouses();
    }
}
