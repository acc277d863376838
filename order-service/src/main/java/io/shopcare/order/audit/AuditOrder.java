package io.shopcare.order.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.StockForOrder;
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
    private final List<AuditRule> rules;
    private final AuditSettings settings;
    private final Shops shops;
    private final Clock clock;

    AuditOrder(AggregateStore<Order> orders, StockForOrder stock, Catalogue catalogue, List<AuditRule> rules,
            AuditSettings settings, Shops shops, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.catalogue = catalogue;
        this.rules = rules;
        this.settings = settings;
        this.shops = shops;
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
        var ruleSet = RuleSet.of(found.get().shop(), settings, rules);
        var surroundings = surroundings(found.get());
        orders.decide(orderId, new CommandContext(Actor.system("audit"), "audit-order", null, null, null), order -> {
            var now = clock.instant();
            var report = ruleSet.look(order, surroundings, shipBy(order), now);
            return order.audited(ruleSet.version(), report.findings(), report.holds(), now);
        });
    }

    private static boolean isDue(Order order, Instant then) {
        var due = order.audit().dueAt();
        return order.audit().state() == AuditState.WAITING && !order.isCancelled() && due != null
                && !due.isAfter(then);
    }

    private Surroundings surroundings(Order order) {
        var skus = new HashMap<String, Sku>();
        order.lines().forEach(line -> catalogue.find(order.shop(), line.sku())
                .ifPresent(sku -> skus.put(line.sku(), sku)));
        return new Surroundings(skus, stock.shortage(order), shops.of(order.shop()).region());
    }

    private @Nullable Instant shipBy(Order order) {
        var paidAt = order.payment().paidAt();
        return paidAt == null ? null : paidAt.plus(shops.of(order.shop()).shipWithin());
    }
}
