package io.shopcare.order.audit;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.trade.Figure;

/** Every SKU is in the catalogue and on sale; an imported order may name others. */
@Component
@Order(3)
final class SkusAreOnSale implements AuditRule {

    @Override
    public String name() {
        return "skus-are-on-sale";
    }

    @Override
    public Finding look(io.shopcare.order.orders.Order order, Surroundings surroundings) {
        for (var line : order.lines()) {
            var sku = surroundings.skus().get(line.sku());
            if (sku == null)
                return hold("sku-unknown", new Figure("sku", line.sku()));
            if (!sku.page().onSale())
                return hold("sku-off-sale", new Figure("sku", line.sku()));
        }
        return pass(Figure.of("lines", order.lines().size()));
    }
}
