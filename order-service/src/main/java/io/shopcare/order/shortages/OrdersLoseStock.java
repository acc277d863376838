package io.shopcare.order.shortages;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Hold;
import io.shopcare.order.orders.Order;
import io.shopcare.order.stock.PromisedOrders;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Figure;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;

/**
 * Orders whose goods turned out not to be there, by count or damage, after they were promised (O9): their reservation goes back,
 * then they are held, and the hold opens the shortage with its choices. Told again it changes nothing.
 */
@Component
class OrdersLoseStock implements PromisedOrders {
    private static final CommandContext CONTEXT = CommandContext.bySystem("stock-lost");
    private static final ActorRef STOCK = ActorRef.system("stock");
    private static final String CODE = "stock-short";
    private static final Comparator<Order> UNPAID_THEN_YOUNGEST = Comparator
            .comparing((Order order) -> order.payment().isPaid())
            .thenComparing(order -> order.sale().placedAt(), Comparator.reverseOrder())
            .thenComparing(Order::orderId);

    private final AggregateStore<Order> orders;
    private final Reservations reservations;
    private final Clock clock;

    OrdersLoseStock(AggregateStore<Order> orders, Reservations reservations, Clock clock) {
        this.orders = orders;
        this.reservations = reservations;
        this.clock = clock;
    }

    /** An order that lost units. */
    record LostBy(String orderId, String claim, int quantity) {}

    /** Figures of a stock. */
    record Figures(int available) {}

    /** Fields of {@code stock.lost.v1}. */
    record Lost(String sku, Figures figures, List<LostBy> orders) {}

    @Override
    public List<String> firstToLose(Collection<String> orderIds) {
        var nobodys = orderIds.stream().filter(id -> orders.find(id).isEmpty()).sorted();
        var some = orderIds.stream().flatMap(id -> orders.find(id).stream()).map(Stored::aggregate)
                .filter(Order::mayLoseStock).sorted(UNPAID_THEN_YOUNGEST).map(Order::orderId);
        return Stream.concat(nobodys, some).toList();
    }

    void lost(EventMeta meta, Lost told) {
        told.orders().forEach(part -> lost(told, part));
    }

    private void lost(Lost told, LostBy part) {
        reservations.lose(part.orderId(), part.claim());
        boolean isWithout = reservations.of(part.orderId()).filter(held -> held.hasLost(part.claim())).isPresent();
        if (!isWithout || orders.find(part.orderId()).isEmpty())
            return;
        var now = clock.instant();
        var hold = Hold.of(Ids.derived("stock-lost", part.claim()), CODE,
                List.of(new Figure("sku", told.sku()), Figure.of("wanted", part.quantity()),
                        Figure.of("available", told.figures().available())),
                "auditor", Hold.due(now), null, STOCK, now);
        orders.decide(part.orderId(), CONTEXT, order -> order.goShort(hold));
    }
}
