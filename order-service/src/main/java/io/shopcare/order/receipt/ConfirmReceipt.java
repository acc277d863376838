package io.shopcare.order.receipt;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

/** The buyer has it: received and, since nobody waits for a deadline any more, completed in the same write (O16). */
@Component
final class ConfirmReceipt {
    private static final String HOW = "buyer-confirmed";

    private final AggregateStore<Order> orders;
    private final Clock clock;

    ConfirmReceipt(AggregateStore<Order> orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    Outcome<Order> handle(String orderId, CommandContext context) {
        return orders.decide(orderId, context, order -> receiveAndComplete(order, clock.instant()));
    }

    private static Decision<Order> receiveAndComplete(Order order, Instant now) {
        if (!(order.receive(now, HOW) instanceof Decision.Accepted<Order> received))
            return order.receive(now, HOW);
        return received.aggregate().complete(now, HOW) instanceof Decision.Accepted<Order> completed
                ? new Decision.Accepted<>(completed.aggregate(),
                        Stream.concat(received.events().stream(), completed.events().stream()).toList(),
                        received.riders(), received.answers())
                : received;
    }
}
