package io.shopcare.order.receipt;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** What the buyer says about the goods: they have them, or they need more time (O16). */
@Component
final class ConfirmReceipt {
    private static final String HOW = "buyer-confirmed";

    private final AggregateStore<Order> orders;
    private final Clock clock;

    ConfirmReceipt(AggregateStore<Order> orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    Outcome<Order> confirm(String orderId, CommandContext context) {
        return orders.decide(orderId, context, order -> order.confirmReceipt(clock.instant(), HOW));
    }

    Outcome<Order> extend(String orderId, CommandContext context) {
        return orders.decide(orderId, context, order -> order.extendReceipt(clock.instant()));
    }
}
