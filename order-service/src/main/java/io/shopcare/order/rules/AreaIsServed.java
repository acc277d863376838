package io.shopcare.order.rules;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;

/** The carrier that is to take it delivers there (rules.md, Logistics). */
@Component
final class AreaIsServed implements AuditRule<RemoteAreas.OfTheShop> {
    private final RemoteAreas standard;

    AreaIsServed(RemoteAreas standard) {
        this.standard = standard;
    }

    @Override
    public String name() {
        return "area-is-served";
    }

    @Override
    public Class<RemoteAreas.OfTheShop> settings() {
        return RemoteAreas.OfTheShop.class;
    }

    @Override
    public Saw look(Order order, RemoteAreas.OfTheShop settings, Surroundings around) {
        return settings.or(standard).of(order.sale().address())
                .filter(area -> area.notServedBy().contains(around.carrier()))
                .map(area -> Saw.concern("area-not-served", new Figure("carrier", around.carrier()),
                        new Figure("division", area.division())))
                .orElseGet(Saw::fine);
    }
}
