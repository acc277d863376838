package io.shopcare.order.orders;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.stock.Purpose;
import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/** Stock follows what happens to its order: bound, promised for good, given back, gone. */
@Configuration(proxyBeanMethods = false)
class StockOfOrders {

    /** What this consumer needs of any event of an order. */
    record OfOrder(String orderId) {}

    /** Fields of {@code order.cancelled.v1}. */
    record Cancelled(String orderId, String reason) {}

    /** Fields of {@code order.shipped.v1}. */
    record Shipped(String orderId, String parcelId, List<LineQuantity> lines, boolean complete) {

        Map<String, Integer> units() {
            var units = new TreeMap<String, Integer>();
            lines.forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
            return units;
        }
    }

    @Bean
    Purpose purposeOfReservations(AggregateStore<Order> orders) {
        return orderId -> orders.find(orderId).isPresent();
    }

    @Bean
    Subscription ordersMoveStock(Reservations reservations, StockForOrder stock, AggregateStore<Order> orders) {
        return Subscription.to("shopcare.order.orders").as("stock")
                .on("order.placed.v1", OfOrder.class, (meta, placed) -> bind(placed, reservations, stock, orders))
                .on("order.approved.v1", OfOrder.class, (meta, approved) -> reservations.allocate(approved.orderId()))
                .on("order.cancelled.v1", Cancelled.class,
                        (meta, cancelled) -> release(cancelled, reservations, orders))
                .on("order.rest-refunded.v1", OfOrder.class,
                        (meta, refunded) -> freeTheRest(refunded.orderId(), reservations, orders))
                .on("order.shipped.v1", Shipped.class, (meta, shipped) -> ship(shipped, reservations, orders))
                .acting();
    }

    /** Told again after late money revived the order, it is old news. What left and came back was taken off, and is booked in. */
    private static void release(Cancelled cancelled, Reservations reservations, AggregateStore<Order> orders) {
        var order = orders.find(cancelled.orderId()).map(Stored::aggregate).filter(Order::isCancelled);
        if (order.isEmpty())
            return;
        if (order.get().fulfilment().shipments().isEmpty())
            reservations.release(cancelled.orderId(),
                    cancelled.reason().equals(Cancelling.UNPAID) ? "expired" : "cancelled");
        else
            freeTheRest(cancelled.orderId(), reservations, orders);
    }

    /** What did not ship may have been refunded before this was heard. */
    private static void ship(Shipped shipped, Reservations reservations, AggregateStore<Order> orders) {
        reservations.ship(shipped.orderId(), shipped.parcelId(), shipped.units(), shipped.complete());
        freeTheRest(shipped.orderId(), reservations, orders);
    }

    private static void freeTheRest(String orderId, Reservations reservations, AggregateStore<Order> orders) {
        orders.find(orderId).map(Stored::aggregate).filter(Order::shipsNothingMore).ifPresent(
                order -> reservations.shipsNoMore(order.orderId(), order.fulfilment().parcels()));
    }

    /**
     * What was held may have lapsed while nobody finished placing the order, or by a clock that is wrong: then it is held
     * anew, and only an order whose stock somebody else has by now can't be carried out. Any other that can't be bound yet
     * is imported: the audit is about to hold its stock, or has found it short and told so.
     */
    private static void bind(OfOrder placed, Reservations reservations, StockForOrder stock,
            AggregateStore<Order> orders) {
        if (reservations.of(placed.orderId()).isEmpty()
                || reservations.bind(placed.orderId()) instanceof Outcome.Accepted<Reservation>)
            return;
        boolean isGivenAway = reservations.of(placed.orderId()).map(Reservation::state)
                .filter(state -> state == ReservationState.RELEASED).isPresent();
        if (!isGivenAway)
            return;
        var order = orders.find(placed.orderId()).orElseThrow().aggregate();
        if (!order.isCancelled() && stock.shortage(order).isPresent())
            orders.decide(placed.orderId(), CommandContext.bySystem("out-of-stock"),
                    late -> late.cancel("out-of-stock"));
    }
}
