package io.shopcare.order.audit;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.AuditFacet.Finding;
import io.shopcare.order.trade.Figure;

/** What an agent promised is looked at by a person before the warehouse is bound to it (O4). */
@Component
@Order(5)
final class PromisesNeedALook implements AuditRule {

    @Override
    public String name() {
        return "promises-need-a-look";
    }

    @Override
    public Finding look(io.shopcare.order.orders.Order order, Surroundings surroundings) {
        int open = order.promises().open().size();
        return open == 0 ? pass() : hold("promise-needs-a-look", Figure.of("promises", open));
    }
}
