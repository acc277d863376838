package io.shopcare.order.rules;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;
import io.shopcare.order.trade.Figure;

/** What an agent promised is looked at by a person before the warehouse is bound to it (O4). */
@Component
final class PromisesNeedALook implements AuditRule<None> {

    @Override
    public String name() {
        return "promises-need-a-look";
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
        int open = order.promises().open().size();
        return open == 0 ? Saw.fine() : Saw.concern("promise-needs-a-look", Figure.of("promises", open));
    }
}
