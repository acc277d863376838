package io.shopcare.order.rules;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;
import io.shopcare.platform.store.Rejection;

/**
 * Stock is held for the whole order; without it nobody can promise that it ships. No rule set turns this off: an order that
 * went on without its stock would be sold twice.
 */
@Component
final class StockIsHeld implements AuditRule<StockIsHeld.Settings> {

    /** What becomes of an order that no single warehouse has whole. */
    enum Scattered {
        /** It waits for a person, or for a transfer. */
        @JsonEnumDefaultValue
        @JsonProperty("hold")
        HOLD,
        /** It is taken from two warehouses and ships in two parcels. */
        @JsonProperty("split")
        SPLIT
    }

    /** @param scattered held where nothing is said */
    record Settings(@JsonSetter(nulls = Nulls.AS_EMPTY) Scattered scattered) {}

    @Override
    public String name() {
        return "stock-is-held";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
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
    public Saw look(Order order, Settings settings, Surroundings around) {
        return around.shortage().map(why -> Saw.concern(why.code(), figures(why))).orElseGet(Saw::fine);
    }

    private static Figure[] figures(Rejection why) {
        return why.facts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(fact -> new Figure(fact.getKey(), String.valueOf(fact.getValue()))).toArray(Figure[]::new);
    }
}
