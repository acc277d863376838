package io.shopcare.order.orders;

import java.time.Clock;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;

/**
 * Closes orders that nobody paid in time (O5). The order itself decides: a payment that was written first wins, and
 * money that comes afterwards is kept and flagged.
 */
@Component
public class CloseUnpaidOrders {
    private static final int AT_ONCE = 200;

    private final OrderLists lists;
    private final AggregateStore<Order> orders;
    private final Clock clock;

    CloseUnpaidOrders(OrderLists lists, AggregateStore<Order> orders, Clock clock) {
        this.lists = lists;
        this.orders = orders;
        this.clock = clock;
    }

    /** One round. */
    @Scheduled(fixedDelayString = "${shopcare.order.orders.close-every:15s}")
    public void run() {
        var now = clock.instant();
        for (var orderId : lists.unpaidSince(now, AT_ONCE))
            orders.decide(orderId, CommandContext.bySystem("unpaid-close"), order -> order.closeUnpaid(now));
    }
}
