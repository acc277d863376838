package io.shopcare.order.rules;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Figure;

/** It does not go where the carrier asks a surcharge and takes longer (rules.md, Logistics), or the buyer paid for it. */
@Component
final class AreaIsNotRemote implements AuditRule<RemoteAreas.OfTheShop> {
    private final RemoteAreas standard;

    AreaIsNotRemote(RemoteAreas standard) {
        this.standard = standard;
    }

    @Override
    public String name() {
        return "area-is-not-remote";
    }

    @Override
    public Class<RemoteAreas.OfTheShop> settings() {
        return RemoteAreas.OfTheShop.class;
    }

    @Override
    public Saw look(Order order, RemoteAreas.OfTheShop settings, Surroundings around) {
        var sale = order.sale();
        return settings.or(standard).of(sale.address())
                .filter(area -> !area.surcharge().currency().equals(sale.currency())
                        || sale.freight().compareTo(area.surcharge()) < 0)
                .map(area -> Saw.concern("remote-area", new Figure("division", area.division()),
                        new Figure("surcharge", area.surcharge().text()), Figure.of("days", area.days())))
                .orElseGet(Saw::fine);
    }
}
