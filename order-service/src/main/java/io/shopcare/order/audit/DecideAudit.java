package io.shopcare.order.audit;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.StockForOrder;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/** What people decide about held orders (O8). The order knows who was first; the other one hears it. */
@Component
class DecideAudit {
    private final AggregateStore<Order> orders;
    private final StockForOrder stock;
    private final Clock clock;

    DecideAudit(AggregateStore<Order> orders, StockForOrder stock, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.clock = clock;
    }

    /** Lets a held order through. Whatever an auditor accepts, what is not in stock can't be shipped. */
    Outcome<Order> approve(Order seen, String reason, @Nullable String note, CommandContext context) {
        if (seen.audit().state() == AuditState.HELD && !seen.isCancelled()) {
            var shortage = stock.shortage(seen);
            if (shortage.isPresent())
                return new Outcome.Rejected<>(shortage.get());
        }
        return orders.decide(seen.orderId(), context, SinceSeen.nothingCame(seen,
                order -> order.approve(ActorRef.of(context.actor()), reason, note, clock.instant())));
    }

    /** Refuses a held order for good. */
    Outcome<Order> reject(String orderId, String reason, @Nullable String note, CommandContext context) {
        return orders.decide(orderId, context,
                order -> order.reject(ActorRef.of(context.actor()), reason, note, clock.instant()));
    }

    /** Puts a hold on an order; its id follows from the request, so that a repeat finds it. */
    Outcome<Order> hold(Order seen, String code, String owner, @Nullable String note, CommandContext context) {
        var holdId = context.newId();
        return orders.decide(seen.orderId(), context, order -> {
            var now = clock.instant();
            return order.hold(Hold.of(holdId, code, List.of(), owner, Hold.due(now), note,
                    ActorRef.of(context.actor()), now));
        });
    }

    /** Lets a hold go; one for missing goods only when they are there. */
    Outcome<Order> release(String orderId, String holdId, String reason, CommandContext context) {
        var shortage = orders.find(orderId).map(Stored::aggregate).filter(order -> order.isShortBy(holdId))
                .flatMap(stock::shortage);
        if (shortage.isPresent())
            return new Outcome.Rejected<>(shortage.get());
        return orders.decide(orderId, context,
                order -> order.releaseHold(holdId, ActorRef.of(context.actor()), reason, clock.instant()));
    }
}
