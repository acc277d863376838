package io.shopcare.order.parcels;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.stock.TakeBack;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.commands.InboxEntry;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

/**
 * What happened to a parcel is told to each of its orders, in a write of the order's own. It runs from the parcel's
 * events, so that a crash after the parcel's write loses nothing.
 */
@Component
final class OrdersFollowParcels {
    private static final Logger log = LoggerFactory.getLogger(OrdersFollowParcels.class);

    private final AggregateStore<Order> orders;
    private final AggregateStore<Parcel> parcels;
    private final TakeBack stock;

    OrdersFollowParcels(AggregateStore<Order> orders, AggregateStore<Parcel> parcels, TakeBack stock) {
        this.orders = orders;
        this.parcels = parcels;
        this.stock = stock;
    }

    record Inspected(String parcelId, List<String> orderIds, String result, List<String> ticked) {}

    /** Fields of {@code parcel.picked.v1} and {@code parcel.packed.v1}. */
    record Taken(String parcelId) {}

    record Shipped(String parcelId, Waybill waybill) {}

    record Returned(String parcelId, Instant returnedAt) {}

    record Delivered(String parcelId, List<String> orderIds, Instant deliveredAt, String handover,
            @Nullable Instant signedAt) {}

    void inspected(EventMeta meta, Inspected told) {
        var inspector = ActorRef.of(meta.actor());
        for (var orderId : told.orderIds())
            for (var promiseId : told.ticked())
                tell(meta, orderId, promiseId, order -> order.promises().find(promiseId).isEmpty()
                        ? Decision.unchanged(order)
                        : order.promiseKept(promiseId, inspector, "inspection", told.parcelId(), meta.time()));
    }

    void picked(EventMeta meta, Taken told) {
        taken(meta, told, false);
    }

    void packed(EventMeta meta, Taken told) {
        taken(meta, told, true);
    }

    private void taken(EventMeta meta, Taken told, boolean packed) {
        for (var part : parcels.find(told.parcelId()).orElseThrow().aggregate().orders())
            tell(meta, part.orderId(), "taken", order -> order.taken(told.parcelId(), part.lines(), packed));
    }

    void shipped(EventMeta meta, Shipped told) {
        for (var packed : parcels.find(told.parcelId()).orElseThrow().aggregate().orders())
            tell(meta, packed.orderId(), "shipped",
                    order -> order.shipped(told.parcelId(), told.waybill(), packed.lines(), meta.time()));
    }

    void delivered(EventMeta meta, Delivered told) {
        for (var orderId : told.orderIds())
            tell(meta, orderId, "delivered", order -> order.delivered(told.parcelId(), told.handover(),
                    told.deliveredAt(), told.signedAt()));
    }

    /** Its goods lie here, apart from what is sold until somebody has looked at them; booked in once for life. */
    void returned(EventMeta meta, Returned told) {
        var parcel = parcels.find(told.parcelId()).orElseThrow().aggregate();
        for (var packed : parcel.orders()) {
            for (var line : packed.lines())
                stock.handle(
                        new TakeBack.Return("%s/%s/%s".formatted(parcel.parcelId(), packed.orderId(), line.lineId()),
                                parcel.shop(), line.sku(), parcel.warehouse(), null, parcel.parcelId(),
                                packed.orderId(),
                                line.quantity(), false),
                        context(meta, "take-back/" + packed.orderId() + "/" + line.lineId()))
                        .orThrow();
            tell(meta, packed.orderId(), "returned",
                    order -> order.parcelReturned(told.parcelId(), told.returnedAt()));
        }
    }

    /** Each thing told under a source of its own: an order hears several of one event. */
    private void tell(EventMeta meta, String orderId, String what, Function<Order, Decision<Order>> question) {
        if (orders.decide(orderId, context(meta, what), question) instanceof Outcome.Rejected<Order>(var why))
            log.error("order {} did not follow {} of parcel {}: {}", orderId, meta.type(), meta.subject(), why.code());
    }

    private static CommandContext context(EventMeta meta, String what) {
        return new CommandContext(meta.actor(), "follow-parcel", null,
                new InboxEntry(meta.sourceKey() + "/" + what, meta.sequence()), null);
    }
}
