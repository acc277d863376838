package io.shopcare.order.refunds;

import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.stock.Reservations;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.commands.InboxEntry;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/** The order's balance follows what became of its refunds, and stock that it does not want any more is free again. */
@Component
final class OrdersFollowRefunds {
    private static final Logger log = LoggerFactory.getLogger(OrdersFollowRefunds.class);

    private final AggregateStore<Order> orders;
    private final Reservations reservations;

    OrdersFollowRefunds(AggregateStore<Order> orders, Reservations reservations) {
        this.orders = orders;
        this.reservations = reservations;
    }

    /** @param attempt 0 when the order never reserved anything for it; null where the event does not count them */
    record Told(String refundId, String orderId, @org.jspecify.annotations.Nullable Integer attempt) {
        boolean wasNeverReserved() {
            return attempt != null && attempt == 0;
        }
    }

    void inDoubt(EventMeta meta, Told told) {
        tell(meta, told, order -> order.refundInDoubt(told.refundId()));
    }

    void succeeded(EventMeta meta, Told told) {
        tell(meta, told, order -> order.refundSucceeded(told.refundId()));
        orders.find(told.orderId()).map(Stored::aggregate).filter(Order::shipsNothingMore)
                .filter(order -> reservations.of(order.orderId()).isPresent()).ifPresent(this::freeTheRest);
    }

    /** Of what left, the stock hears by itself; only then is it known what of the claims is the rest. */
    private void freeTheRest(Order order) {
        var shipments = order.fulfilment().shipments();
        if (shipments.isEmpty())
            reservations.releaseUnwanted(order.orderId());
        else
            reservations.shipsNoMore(order.orderId(), order.fulfilment().parcels());
    }

    void failed(EventMeta meta, Told told) {
        if (!told.wasNeverReserved())
            tell(meta, told, order -> order.refundFailed(told.refundId()));
    }

    private void tell(EventMeta meta, Told told, Function<Order, Decision<Order>> question) {
        var context = new CommandContext(meta.actor(), "follow-refund", null,
                new InboxEntry(meta.sourceKey(), meta.sequence()), null);
        if (orders.decide(told.orderId(), context, question) instanceof Outcome.Rejected<Order>(var why))
            log.error("order {} did not follow {} of refund {}: {}", told.orderId(), meta.type(), told.refundId(),
                    why.code());
    }
}
