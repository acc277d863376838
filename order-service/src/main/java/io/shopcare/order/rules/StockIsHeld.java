package io.shopcare.order.rules;

import java.util.Map;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;
import io.shopcare.order.trade.Figure;
import io.shopcare.platform.store.Rejection;

/**
 * Stock is held for the whole order; without it nobody can promise that it ships. No rule set turns this off: an order that
 * went on without its stock would be sold twice.
 */
@Component
final class StockIsHeld implements AuditRule<None> {

    @Override
    public String name() {
        return "stock-is-held";
    }

    @Override
    public Class<None> settings() {
        return None.class;
    }

    @Override
    public boolean isOfTheMoment() {
        return true;
    }

    @Override
    public boolean alwaysHolds() {
        return true;
    }

    @Override
    public Saw look(Order order, None settings, Surroundings around) {
        return around.shortage().map(why -> Saw.concern(why.code(), figures(why))).orElseGet(Saw::fine);
    }

    private static Figure[] figures(Rejection why) {
        return why.facts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(fact -> new Figure(fact.getKey(), String.valueOf(fact.getValue()))).toArray(Figure[]::new);
    }
}
