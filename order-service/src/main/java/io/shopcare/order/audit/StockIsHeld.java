package io.shopcare.order.audit;

import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.trade.Figure;
import io.shopcare.platform.store.Rejection;

/** Stock is held for the whole order; without it nobody can promise that it ships. */
@Component
@Order(4)
final class StockIsHeld implements AuditRule {

    @Override
    public String name() {
        return "stock-is-held";
    }

    @Override
    public Finding look(io.shopcare.order.orders.Order order, Surroundings surroundings) {
        return surroundings.shortage().map(why -> hold(why.code(), figures(why))).orElseGet(this::pass);
    }

    private static Figure[] figures(Rejection why) {
        return why.facts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(fact -> new Figure(fact.getKey(), String.valueOf(fact.getValue()))).toArray(Figure[]::new);
    }
}
