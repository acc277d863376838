package io.shopcare.order.rules;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;
import io.shopcare.order.trade.Figure;

/**
 * Every SKU is in the catalogue, on sale, and sold where the order goes; an imported order may name others, and an address
 * may change after the order was placed.
 */
@Component
final class SkusAreOnSale implements AuditRule<None> {

    @Override
    public String name() {
        return "skus-are-on-sale";
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
    public Saw look(Order order, None settings, Surroundings around) {
        var country = order.sale().address().country();
        for (var line : order.lines()) {
            var sku = around.skus().get(line.sku());
            if (sku == null)
                return Saw.concern("sku-unknown", new Figure("sku", line.sku()));
            if (!sku.onSale())
                return Saw.concern("sku-off-sale", new Figure("sku", line.sku()));
            if (!sku.soldIn(country))
                return Saw.concern("not-sold-there", new Figure("sku", line.sku()), new Figure("country", country));
        }
        return Saw.fine(Figure.of("lines", order.lines().size()));
    }
}
