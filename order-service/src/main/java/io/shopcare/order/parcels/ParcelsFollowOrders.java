package io.shopcare.order.parcels;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;

/** An approved order gets its parcel; what befalls the order later befalls the parcel. */
@Component
final class ParcelsFollowOrders {
    private final AggregateStore<Parcel> parcels;
    private final AggregateStore<Order> orders;
    private final ServedFrom stock;
    private final FulfilmentSettings settings;
    private final Clock clock;

    ParcelsFollowOrders(AggregateStore<Parcel> parcels, AggregateStore<Order> orders, ServedFrom stock,
            FulfilmentSettings settings, Clock clock) {
        this.parcels = parcels;
        this.orders = orders;
        this.stock = stock;
        this.settings = settings;
        this.clock = clock;
    }

    /** An event that names its order. */
    record Told(String orderId) {}

    /** @param open holds open after it */
    record Held(String orderId, int open) {}

    /** The first parcel of an order; the same id whatever is delivered again. */
    static String parcelOf(String orderId) {
        return Ids.derived("parcel", orderId, "1");
    }

    void approved(EventMeta meta, Told told) {
        var order = orders.find(told.orderId()).orElseThrow().aggregate();
        var lines = toShip(order);
        if (order.isCancelled() || lines.isEmpty())
            return;
        var packed = new PackedOrder(order.orderId(), lines, grams(order), order.holds().open().size());
        var warehouse = stock.warehouse(order.orderId()).orElse(settings.warehouse());
        parcels.create(parcelOf(order.orderId()), context("create-parcel", meta),
                () -> Parcel.of(parcelOf(order.orderId()), order.buyer(), warehouse,
                        order.sale().address().destination(), List.of(packed), settings.usual(), clock.instant()));
        catchUp(order);
    }

    /** A hold, refund or cancellation between the look at the order and the write found no parcel to follow. */
    private void catchUp(Order seen) {
        var order = orders.find(seen.orderId()).orElseThrow().aggregate();
        if (order.equals(seen))
            return;
        var parcelId = parcelOf(order.orderId());
        var system = CommandContext.bySystem("catch-up-with-order");
        parcels.decide(parcelId, system, parcel -> order.isCancelled()
                ? parcel.withoutOrder(order.orderId(), clock.instant())
                : takes(parcel, order));
        parcels.decide(parcelId, system, parcel -> parcel.holds(order.orderId(), order.holds().open().size()));
    }

    void held(EventMeta meta, Held told) {
        decide(meta, "follow-holds", told.orderId(), parcel -> parcel.holds(told.orderId(), told.open()));
    }

    void stopped(EventMeta meta, Told told) {
        decide(meta, "follow-cancellation", told.orderId(),
                parcel -> parcel.withoutOrder(told.orderId(), clock.instant()));
    }

    void refunded(EventMeta meta, Told told) {
        orders.find(told.orderId()).ifPresent(order -> decide(meta, "follow-refund", told.orderId(),
                parcel -> takes(parcel, order.aggregate())));
    }

    /** The parcel, without what its order does not ship any more. */
    Decision<Parcel> takes(Parcel parcel, Order order) {
        return parcel.takes(order.orderId(), toShip(order), grams(order), clock.instant());
    }

    /** Before the parcel is there nothing has to follow: it is made of the order as it is then. */
    private void decide(EventMeta meta, String name, String orderId, Function<Parcel, Decision<Parcel>> question) {
        parcels.decide(parcelOf(orderId), context(name, meta), question);
    }

    private static CommandContext context(String name, EventMeta meta) {
        return CommandContext.ofEvent(name, meta.sourceKey(), meta.sequence());
    }

    private static List<LineQuantity> toShip(Order order) {
        return order.lines().stream().filter(line -> line.toShip() > 0).map(line -> line.of(line.toShip())).toList();
    }

    private static int grams(Order order) {
        return order.lines().stream().mapToInt(ParcelsFollowOrders::grams).sum();
    }

    private static int grams(OrderLine line) {
        return Math.multiplyExact(line.unitGrams(), line.toShip());
    }
}
