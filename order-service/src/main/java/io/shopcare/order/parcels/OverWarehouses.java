package io.shopcare.order.parcels;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;

/**
 * What lies in two warehouses goes in two parcels (O9, O14): it is split before there is any, and both parts may go at once. What a
 * person has split stays as that person wants it.
 */
final class OverWarehouses {
    /** What lets goods be taken from two warehouses, and so splits them. */
    private static final ActorRef RULE = ActorRef.system("stock-is-held");
    private static final CommandContext CONTEXT = CommandContext.bySystem("split-over-warehouses");

    private final AggregateStore<Order> orders;
    private final ServedFrom stock;
    private final Clock clock;

    OverWarehouses(AggregateStore<Order> orders, ServedFrom stock, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.clock = clock;
    }

    /** The order as it is then. Whoever died between the split and its release finds it split, and releases the rest. */
    Order apart(Order order) {
        var first = inFirstWarehouse(order);
        if (order.packing().split() == null && first.isEmpty())
            return order;
        if (order.packing().split() == null)
            orders.decide(order.orderId(), CONTEXT,
                    now -> now.split(first, RULE, "ship-part-first", null, clock.instant()));
        orders.decide(order.orderId(), CONTEXT,
                now -> isByRule(now) ? now.releaseRest(clock.instant()) : Decision.unchanged(now));
        return orders.find(order.orderId()).orElseThrow().aggregate();
    }

    private static boolean isByRule(Order order) {
        var split = order.packing().split();
        return split != null && split.by().equals(RULE);
    }

    /** What lies where its first goods do; nothing when that is all of it. */
    private List<LineQuantity> inFirstWarehouse(Order order) {
        var toShip = order.lines().stream().map(line -> line.of(line.toShip())).filter(part -> part.quantity() > 0)
                .toList();
        if (toShip.size() < 2)
            return List.of();
        var places = stock.places(order.orderId());
        var first = toShip.stream()
                .filter(part -> Objects.equals(places.get(part.sku()), places.get(toShip.getFirst().sku()))).toList();
        return first.size() == toShip.size() ? List.of() : first;
    }
}
