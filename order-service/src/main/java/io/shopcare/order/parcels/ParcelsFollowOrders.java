package io.shopcare.order.parcels;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.AuditState;
import io.shopcare.order.orders.Order;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/** An approved order gets its parcel; what befalls the order later befalls the parcel. */
@Component
final class ParcelsFollowOrders {
    private final AggregateStore<Parcel> parcels;
    private final AggregateStore<Order> orders;
    private final ServedFrom stock;
    private final OverWarehouses overWarehouses;
    private final FulfilmentSettings settings;
    private final Clock clock;

    ParcelsFollowOrders(AggregateStore<Parcel> parcels, AggregateStore<Order> orders, ServedFrom stock,
            FulfilmentSettings settings, Clock clock) {
        this.parcels = parcels;
        this.orders = orders;
        this.stock = stock;
        this.overWarehouses = new OverWarehouses(orders, stock, clock);
        this.settings = settings;
        this.clock = clock;
    }

    /** An event that names its order. */
    record Told(String orderId) {}

    /** @param open holds open after it */
    record Held(String orderId, int open) {}

    /** The first parcel of an order. */
    static String parcelOf(String orderId) {
        return PartOfOrder.first(orderId);
    }

    /** Its goods go along with those of the order that it was merged into, else in a parcel of their own. */
    void approved(EventMeta meta, Told told) {
        var order = overWarehouses.apart(orders.find(told.orderId()).orElseThrow().aggregate());
        var host = order.packing().with();
        if (order.isCancelled())
            return;
        if (host == null || !joins(order, host, meta))
            make(PartOfOrder.first(order.orderId()), order, meta);
    }

    /** What waited since a split gets a parcel of its own. */
    void restReleased(EventMeta meta, Told told) {
        make(PartOfOrder.rest(told.orderId()), orders.find(told.orderId()).orElseThrow().aggregate(), meta);
    }

    /** Until the waybill is printed a parcel goes where its order goes. */
    void readdressed(EventMeta meta, Told told) {
        var order = orders.find(told.orderId()).orElseThrow().aggregate();
        for (var parcelId : PartOfOrder.parcels(order))
            parcels.find(parcelId).map(Stored::aggregate).filter(parcel -> parcel.waybill() == null)
                    .ifPresent(parcel -> part(parcel, order, meta));
        each(order, context("follow-address", meta), parcel -> parcel.goesTo(order.orderId(),
                order.sale().address().destination()));
    }

    /**
     * Orders that travelled together go by themselves once their addresses differ. The parcel of its own comes first: whoever
     * dies in between finds the order still in the other one, and parts them again.
     */
    private void part(Parcel parcel, Order order, EventMeta meta) {
        boolean isHost = PartOfOrder.own(order).contains(parcel.parcelId());
        for (var leaverId : parcel.orderIds()) {
            if (isHost == leaverId.equals(order.orderId()))
                continue;
            make(PartOfOrder.first(leaverId), orders.find(leaverId).orElseThrow().aggregate(), meta);
            parcels.decide(parcel.parcelId(), CommandContext.bySystem("part-orders"),
                    there -> there.withoutOrder(leaverId, clock.instant()));
        }
    }

    private void make(String parcelId, Order order, EventMeta meta) {
        var packed = PartOfOrder.in(parcelId, order);
        if (order.isCancelled() || packed.lines().isEmpty())
            return;
        var warehouse = warehouse(order, packed);
        var where = order.sale().address().destination();
        var creating = CommandContext.ofEvent("create-parcel", meta.sourceKey() + "/create", meta.sequence());
        parcels.decideOrCreate(parcelId, creating, () -> Parcel.of(parcelId, order.buyer(),
                warehouse, where, List.of(packed), settings.usual(), clock.instant()),
                there -> there.wantsAgain(packed, where, clock.instant()));
        catchUp(parcelId, order);
    }

    /** The host's parcel may not be there yet, may have gone ahead, or elsewhere: then the goods go by themselves. */
    private boolean joins(Order order, String hostId, EventMeta meta) {
        var host = orders.find(hostId).orElseThrow().aggregate();
        var parcelId = PartOfOrder.first(hostId);
        if (parcels.find(PartOfOrder.first(order.orderId())).isPresent() || !goTogether(order, host))
            return false;
        make(parcelId, host, meta);
        var packed = PartOfOrder.in(parcelId, order);
        var warehouse = warehouse(order, packed);
        var context = CommandContext.bySystem("join-parcel");
        boolean joined = parcels.decide(parcelId, context, parcel -> parcel.join(packed, order.buyer(),
                order.sale().address().destination(), warehouse)) instanceof Outcome.Accepted<Parcel>;
        if (joined) {
            catchUp(parcelId, order);
            partAgain(parcelId, hostId, order.orderId(), meta);
        }
        return joined;
    }

    /** A change of either address between the look and the write found nothing to part. */
    private void partAgain(String parcelId, String hostId, String orderId, EventMeta meta) {
        var order = orders.find(orderId).orElseThrow().aggregate();
        if (!goTogether(order, orders.find(hostId).orElseThrow().aggregate()))
            part(parcels.find(parcelId).orElseThrow().aggregate(), order, meta);
    }

    private static boolean goTogether(Order order, Order host) {
        return order.sale().address().equals(host.sale().address());
    }

    private String warehouse(Order order, PackedOrder packed) {
        var places = stock.places(order.orderId());
        return packed.lines().stream().map(line -> places.get(line.sku())).filter(Objects::nonNull).findFirst()
                .or(() -> places.values().stream().findFirst()).orElse(settings.warehouse());
    }

    /** A hold, refund or cancellation between the look at the order and the write found no parcel to follow. */
    private void catchUp(String parcelId, Order seen) {
        var order = orders.find(seen.orderId()).orElseThrow().aggregate();
        if (order.equals(seen))
            return;
        var system = CommandContext.bySystem("catch-up-with-order");
        parcels.decide(parcelId, system, parcel -> order.isCancelled()
                ? parcel.withoutOrder(order.orderId(), clock.instant())
                : takes(parcel, order));
        parcels.decide(parcelId, system, parcel -> parcel.holds(order.orderId(), order.holds().open().size()));
        parcels.decide(parcelId, system,
                parcel -> parcel.goesTo(order.orderId(), order.sale().address().destination()));
    }

    void held(EventMeta meta, Held told) {
        decide(meta, "follow-holds", told.orderId(), parcel -> parcel.holds(told.orderId(), told.open()));
    }

    void stopped(EventMeta meta, Told told) {
        decide(meta, "follow-cancellation", told.orderId(),
                parcel -> parcel.withoutOrder(told.orderId(), clock.instant()));
    }

    /** A refund, or a split, leaves less of it in a parcel. */
    void reduced(EventMeta meta, Told told) {
        orders.find(told.orderId()).map(Stored::aggregate).ifPresent(order -> {
            each(order, context("follow-refund", meta), parcel -> takes(parcel, order));
            order.fulfilment().permits().forEach(parcelId -> returnPermit(parcelId, order.orderId()));
        });
    }

    /** Units that a failed refund brought back, or that turn out not to have left, need a parcel that takes them. */
    void restored(EventMeta meta, Told told) {
        var order = orders.find(told.orderId()).orElseThrow().aggregate();
        if (order.isCancelled() || order.audit().state() != AuditState.APPROVED)
            return;
        each(order, context("follow-units", meta), parcel -> takes(parcel, order));
        if (!isGuest(order))
            PartOfOrder.now(order).forEach(parcelId -> make(parcelId, order, meta));
    }

    /** In the parcel of another order, which has not left as far as this one has heard. */
    private boolean isGuest(Order order) {
        var host = order.packing().with();
        return host != null && order.fulfilment().shipment(PartOfOrder.first(host)).isEmpty()
                && parcels.find(PartOfOrder.first(host))
                        .filter(parcel -> parcel.aggregate().takesAlong(order.orderId())).isPresent();
    }

    /** A parcel that takes nothing of an order along will not leave with it: the order can go on, or end, without it. */
    private void returnPermit(String parcelId, String orderId) {
        orders.decide(orderId, CommandContext.bySystem("return-permit"), order -> parcels.find(parcelId)
                .filter(parcel -> parcel.aggregate().takesAlong(orderId)).isPresent()
                        ? Decision.unchanged(order)
                        : order.permitReturned(parcelId));
    }

    /** The parcel, without what its order does not ship in it any more. */
    Decision<Parcel> takes(Parcel parcel, Order order) {
        var packed = PartOfOrder.in(parcel.parcelId(), order);
        return parcel.takes(order.orderId(), packed.lines(), packed.grams(), clock.instant());
    }

    private void decide(EventMeta meta, String name, String orderId, Function<Parcel, Decision<Parcel>> question) {
        orders.find(orderId).ifPresent(order -> each(order.aggregate(), context(name, meta), question));
    }

    /** Before a parcel is there nothing has to follow: it is made of the order as it is then. */
    private void each(Order order, CommandContext context, Function<Parcel, Decision<Parcel>> question) {
        for (var parcelId : PartOfOrder.parcels(order))
            if (parcels.find(parcelId).isPresent())
                parcels.decide(parcelId, context, question);
    }

    private static CommandContext context(String name, EventMeta meta) {
        return CommandContext.ofEvent(name, meta.sourceKey(), meta.sequence());
    }
}
