package io.shopcare.order.promises;

import java.time.Clock;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLists;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;

/** A promise whose clock runs out is broken then, not when somebody notices; the order itself decides, once. */
@Component
class BreakOverduePromises {
    private static final int AT_ONCE = 200;

    private final OrderLists lists;
    private final AggregateStore<Order> orders;
    private final Clock clock;

    BreakOverduePromises(OrderLists lists, AggregateStore<Order> orders, Clock clock) {
        this.lists = lists;
        this.orders = orders;
        this.clock = clock;
    }

    /** One round. */
    @Scheduled(fixedDelayString = "${shopcare.order.promises.look-every:15s}")
    void run() {
        var now = clock.instant();
        for (var orderId : lists.promiseDue(now, AT_ONCE))
            orders.decide(orderId, CommandContext.bySystem("overdue-promises"),
                    order -> order.breakOverduePromises(now));
    }
}
