package io.shopcare.order.rules;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;
import io.shopcare.order.trade.Figure;

/**
 * No unit is sold below its SKU's floor price where it goes, after all that was taken off (O9a). The floor itself is on the SKU's page, for
 * staff; a figure would travel with the hold, to whoever hears of it.
 */
@Component
final class PriceIsAboveTheFloor implements AuditRule<None> {

    @Override
    public String name() {
        return "price-is-above-the-floor";
    }

    @Override
    public Class<None> settings() {
        return None.class;
    }

    @Override
    public Saw look(Order order, None settings, Surroundings around) {
        var country = order.sale().address().country();
        for (var line : order.lines()) {
            var sku = around.skus().get(line.sku());
            var floor = sku == null ? null : sku.floorIn(country).orElse(null);
            var price = order.worth(line);
            if (floor != null && floor.currency().equals(price.currency())
                    && price.compareTo(floor.times(line.quantity())) < 0)
                return Saw.concern("price-below-floor", new Figure("sku", line.sku()),
                        Figure.of("quantity", line.quantity()), new Figure("paid", price.text()));
        }
        return Saw.fine();
    }
}
