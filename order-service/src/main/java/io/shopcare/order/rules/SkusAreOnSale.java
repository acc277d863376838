package io.shopcare.order.rules;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;
import io.shopcare.order.trade.Figure;

/** Every SKU is in the catalogue and on sale; an imported order may name others. */
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
        for (var line : order.lines()) {
            var sku = around.skus().get(line.sku());
            if (sku == null)
                return Saw.concern("sku-unknown", new Figure("sku", line.sku()));
            if (!sku.onSale())
                return Saw.concern("sku-off-sale", new Figure("sku", line.sku()));
        }
        return Saw.fine(Figure.of("lines", order.lines().size()));
    }
}
