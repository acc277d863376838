package io.shopcare.order.orders;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.stock.ReserveStock;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/**
 * Makes sure that stock is held for an order that is there: imported ones have none yet, and what was held for others may
 * have lapsed before they were written.
 */
@Component
public class StockForOrder {
    private final ReserveStock reserve;
    private final Reservations reservations;
    private final AggregateStore<Order> orders;

    public StockForOrder(ReserveStock reserve, Reservations reservations, AggregateStore<Order> orders) {
        this.reserve = reserve;
        this.reservations = reservations;
        this.orders = orders;
    }

    /** Why nothing is held for it; empty when all of it is. */
    public Optional<Rejection> shortage(Order order) {
        var held = reservations.of(order.orderId()).map(Reservation::state)
                .filter(state -> state.holds() || state == ReservationState.SHIPPED);
        if (held.isPresent()) {
            if (held.get() == ReservationState.HELD)
                bind(order.orderId()); // whoever held it may have died before it could
            promise(order);
            return Optional.empty();
        }
        var demand = new TreeMap<String, Integer>();
        order.lines().forEach(line -> demand.merge(line.sku(), line.toShip(), Integer::sum));
        demand.values().removeIf(units -> units <= 0);
        if (demand.isEmpty())
            return Optional.empty();
        var asked = reserve.handle(new ReserveStock.Request(order.shop(), order.orderId(), order.buyer(), demand,
                order.payment().isPaid() ? null : order.sale().payBy()).from(mustComeFrom(order)),
                Actor.system("stock"));
        if (asked instanceof Outcome.Rejected<Reservation>(var why))
            return Optional.of(why);
        bind(order.orderId());
        promise(order);
        return Optional.empty();
    }

    /** What was lost after the audit let an order through is promised for good as soon as it is held anew. */
    public void promise(Order order) {
        if (hasLost(order))
            reservations.allocate(order.orderId());
    }

    /** One that was let through before it lost its goods has its parcels in warehouses; each SKU stays in its own. */
    public Map<String, String> mustComeFrom(Order order) {
        return hasLost(order) ? places(order) : Map.of();
    }

    /** Another article stays where the one was that it replaces. */
    private Map<String, String> places(Order order) {
        var known = places(order.orderId());
        var must = new TreeMap<String, String>();
        for (var line : order.lines())
            Stream.concat(Stream.of(line.sku()), order.exchanges().reversed().stream()
                    .filter(exchange -> exchange.lineId().equals(line.lineId())).map(Exchange::fromSku))
                    .map(known::get).filter(Objects::nonNull).findFirst()
                    .or(() -> known.values().stream().findFirst())
                    .ifPresent(place -> must.putIfAbsent(line.sku(), place));
        return must;
    }

    private static boolean hasLost(Order order) {
        return order.audit().state() == AuditState.APPROVED && order.isShort();
    }

    /** Where each of its SKUs is taken from; empty while nothing is held for it. */
    public Map<String, String> places(String orderId) {
        return reservations.of(orderId).map(Reservation::places).orElse(Map.of());
    }

    /** An order that was cancelled meanwhile has told so when there was nothing to give back yet. */
    private void bind(String orderId) {
        reservations.bind(orderId);
        boolean isCancelled = orders.find(orderId).filter(order -> order.aggregate().isCancelled()).isPresent();
        if (isCancelled)
            reservations.release(orderId, "cancelled");
    }
}
