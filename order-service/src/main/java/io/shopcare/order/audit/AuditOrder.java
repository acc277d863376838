package io.shopcare.order.audit;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.orders.StockForOrder;
import io.shopcare.order.rules.CurrentRules;
import io.shopcare.order.rules.Surroundings;
import io.shopcare.order.trade.ChosenCarrier;
import io.shopcare.order.trade.Shops;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/** Lets the rules look at a paid order, once (O6). An order that nothing holds goes straight through (O7). */
@Component
class AuditOrder {
    private final AggregateStore<Order> orders;
    private final StockForOrder stock;
    private final Catalogue catalogue;
    private final CurrentRules rules;
    private final Shops shops;
    private final ChosenCarrier carrier;
    private final Clock clock;

    AuditOrder(AggregateStore<Order> orders, StockForOrder stock, Catalogue catalogue, CurrentRules rules,
            Shops shops, ChosenCarrier carrier, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.catalogue = catalogue;
        this.rules = rules;
        this.shops = shops;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Looks if it is time; called twice, at once, or too early, it does no harm. */
    void handle(String orderId) {
        handle(orderId, clock.instant());
    }

    /** The same for one that is due by then. */
    void handle(String orderId, Instant then) {
        var found = orders.find(orderId).map(Stored::aggregate).filter(order -> isDue(order, then));
        if (found.isEmpty())
            return;
        var seen = found.get();
        var chosen = rules.of(seen.shop());
        var around = surroundings(seen);
        var report = chosen.look(seen, around, shipBy(seen), clock.instant());
        orders.decide(orderId, new CommandContext(Actor.system("audit"), "audit-order", null, null, null), order -> {
            var now = clock.instant();
            // the rules ask the database: they look again only at what has changed meanwhile
            var said = order.equals(seen) ? report : chosen.look(order, around, shipBy(order), now);
            return order.audited(chosen.version(), said.findings(), said.holds(), now);
        });
    }

    private static boolean isDue(Order order, Instant then) {
        var due = order.audit().dueAt();
        return order.audit().state() == AuditState.WAITING && !order.isCancelled() && due != null
                && !due.isAfter(then);
    }

    private Surroundings surroundings(Order order) {
        var skus = catalogue.all(order.shop(), order.lines().stream().map(OrderLine::sku).toList());
        return new Surroundings(skus, stock.shortage(order), shops.of(order.shop()).region(),
                carrier.of(order.shop()));
    }

    private @Nullable Instant shipBy(Order order) {
        var paidAt = order.payment().paidAt();
        return paidAt == null ? null : paidAt.plus(shops.of(order.shop()).shipWithin());
    }
}
