package io.shopcare.order.audit;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.StockForOrder;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Merges and splits held orders. What is let through by it is in stock, as with every approval. */
@Component
class ResolveOrder {
    private final AggregateStore<Order> orders;
    private final StockForOrder stock;
    private final Clock clock;

    ResolveOrder(AggregateStore<Order> orders, StockForOrder stock, Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.clock = clock;
    }

    /** Units of a line, as somebody wants them. */
    record Units(String lineId, int quantity) {}

    Outcome<Order> merge(Order seen, Order host, @Nullable String note, CommandContext context) {
        return letThrough(seen, context, order -> areApart(order, host)
                ? Decision.reject(Rejection.rule("other-warehouse"))
                : order.merge(host, ActorRef.of(context.actor()), note, clock.instant()));
    }

    /** What lies in two warehouses can't go into one parcel. Merged already, it is no question any more. */
    private boolean areApart(Order order, Order host) {
        if (host.orderId().equals(order.packing().with()))
            return false;
        var mine = Set.copyOf(stock.places(order.orderId()).values());
        var other = Set.copyOf(stock.places(host.orderId()).values());
        return mine.size() > 1 || other.size() > 1
                || !mine.isEmpty() && !other.isEmpty() && !mine.equals(other);
    }

    /** Each part of it lies in one warehouse; what no warehouse holds yet is no question. */
    private boolean isTogether(Order order, List<LineQuantity> first) {
        var places = stock.places(order.orderId());
        if (Set.copyOf(places.values()).size() < 2)
            return true;
        var units = first.stream()
                .collect(Collectors.toMap(LineQuantity::lineId, LineQuantity::quantity, Integer::sum));
        var rest = order.lines().stream().filter(line -> line.toShip() > units.getOrDefault(line.lineId(), 0))
                .map(line -> places.getOrDefault(line.sku(), "")).distinct().count();
        return rest == 1 && first.stream().map(part -> places.getOrDefault(part.sku(), "")).distinct().count() == 1;
    }

    Outcome<Order> split(Order seen, List<Units> first, String reason, @Nullable String note,
            CommandContext context) {
        return letThrough(seen, context, order -> isTogether(order, named(order, first))
                ? order.split(named(order, first), ActorRef.of(context.actor()), reason, note, clock.instant())
                : Decision.reject(Rejection.rule("parts-apart")));
    }

    Outcome<Order> releaseRest(String orderId, CommandContext context) {
        return orders.decide(orderId, context, order -> order.releaseRest(clock.instant()));
    }

    private Outcome<Order> letThrough(Order seen, CommandContext context, Function<Order, Decision<Order>> question) {
        if (seen.audit().state() == AuditState.HELD && !seen.isCancelled()) {
            var shortage = stock.shortage(seen);
            if (shortage.isPresent())
                return new Outcome.Rejected<>(shortage.get());
        }
        return orders.decide(seen.orderId(), context, SinceSeen.nothingCame(seen, question));
    }

    private static List<LineQuantity> named(Order order, List<Units> units) {
        return units.stream().map(part -> new LineQuantity(part.lineId(), order.lines().stream()
                .filter(line -> line.lineId().equals(part.lineId())).map(line -> line.sku()).findFirst().orElse(""),
                part.quantity())).toList();
    }
}
