package io.shopcare.order.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderDeadlines;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Deadline.Firing;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Stored;

/**
 * Ends what was not paid in time, after the provider was asked once more for the payments that were begun (O5). While it does
 * not answer, what came is in doubt and nothing ends, for as long as the grace lasts; money that comes later is kept and
 * flagged as ever.
 */
@Component
class AskBeforeTheEnd {
    private final AggregateStore<Order> orders;
    private final PaymentsOfOrders begun;
    private final AskForPayment ask;
    private final Duration grace;

    AskBeforeTheEnd(AggregateStore<Order> orders, PaymentsOfOrders begun, AskForPayment ask,
            AskingSettings settings) {
        this.orders = orders;
        this.begun = begun;
        this.ask = ask;
        this.grace = settings.grace();
    }

    /** An order that nobody paid. */
    void closeUnpaid(String orderId, Instant now) {
        end(orderId, OrderDeadlines.UNPAID_CLOSE, OrderDeadlines::unpaidClose, Order::closeUnpaid, now);
    }

    /** Payment requests that nobody paid. */
    void expireRequests(String orderId, Instant now) {
        end(orderId, OrderDeadlines.REQUEST_EXPIRY, OrderDeadlines::nextExpiry, Order::expireRequests, now);
    }

    private void end(String orderId, String name, Function<Order, @Nullable Instant> at, Firing<Order> then,
            Instant now) {
        var due = orders.find(orderId).map(Stored::aggregate).map(at).filter(end -> !end.isAfter(now));
        if (due.isEmpty())
            return;
        boolean isKnown = isKnown(orderId, now);
        if (isKnown || !now.isBefore(due.get().plus(grace)))
            orders.decide(orderId, CommandContext.bySystem(name), order -> isOver(at.apply(order), now)
                    ? then.fire(order, now)
                    : Decision.unchanged(order));
    }

    /** All of them are asked for, whichever does not answer. */
    private boolean isKnown(String orderId, Instant now) {
        var shop = orders.find(orderId).orElseThrow().aggregate().shop();
        boolean all = true;
        for (var payment : begun.of(shop, orderId))
            if (payment.mayStillCome() || payment.askAt() != null)
                all &= ask.isKnown(payment, now);
        return all;
    }

    private static boolean isOver(@Nullable Instant end, Instant now) {
        return end != null && !end.isAfter(now);
    }
}
