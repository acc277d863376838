package io.shopcare.aftersale.orders;

import java.util.Map;
import java.util.Optional;

import com.mongodb.client.MongoDatabase;

import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.events.Facts;
import io.shopcare.platform.events.ReadModel;
import io.shopcare.platform.events.Subscription;

/** Listens to order-service, so that something is known of every order even while it is away. */
final class OrderNews {
    private final Facts<OrderFact> orders;
    private final Facts<ParcelFact> parcels;
    private final Facts<RefundFact> refunds;

    OrderNews(MongoDatabase database) {
        orders = Facts.in(database, "order_facts", OrderFact.class, OrderFact.UNKNOWN);
        parcels = Facts.in(database, "parcel_facts", ParcelFact.class, ParcelFact.UNKNOWN).indexed("orderIds");
        refunds = Facts.in(database, "refund_facts", RefundFact.class, RefundFact.UNKNOWN).indexed("orderId");
    }

    /** What was heard of an order. */
    Optional<OrderCopy> heard(String orderId) {
        return orders.find(orderId).flatMap(order -> new HeardOrder(order,
                parcels.where(Map.of("orderIds", orderId)), refunds.where(Map.of("orderId", orderId))).copy());
    }

    Subscription ofOrders() {
        return Subscription.to("shopcare.order.orders").as("order-facts")
                .on("order.placed.v1", OrderEvents.Placed.class, this::placed)
                .on("order.paid.v1", OrderEvents.Paid.class, this::paid)
                .on("order.line-exchanged.v1", OrderEvents.LineExchanged.class,
                        (meta, event) -> orders.apply(meta, order -> order.on(event, meta.time())))
                .on("payment-request.paid.v1", OrderEvents.RequestPaid.class,
                        (meta, event) -> orders.apply(meta, order -> order.on(event, meta.time())))
                .on("order.shipped.v1", OrderEvents.Shipped.class, this::shipped)
                .on("order.delivered.v1", OrderEvents.Delivered.class, this::delivered)
                .on("order.received.v1", OrderEvents.Received.class, this::received)
                .keeping(ReadModel.in("order_facts", shadow -> new OrderNews(shadow).ofOrders()));
    }

    Subscription ofParcels() {
        return Subscription.to("shopcare.order.parcels").as("parcel-facts")
                .on("parcel.created.v1", OrderEvents.ParcelCreated.class,
                        (meta, event) -> parcels.apply(meta, before -> ParcelFact.of(event)))
                .keeping(ReadModel.in("parcel_facts", shadow -> new OrderNews(shadow).ofParcels()));
    }

    Subscription ofRefunds() {
        return Subscription.to("shopcare.order.refunds").as("refund-facts")
                .on("refund.requested.v1", OrderEvents.RefundReserved.class, this::reserved)
                .on("refund.succeeded.v1", OrderEvents.RefundReserved.class, this::reserved)
                .on("refund.failed.v1", OrderEvents.RefundFailed.class,
                        (meta, event) -> refunds.apply(meta, before -> RefundFact.free(event)))
                .keeping(ReadModel.in("refund_facts", shadow -> new OrderNews(shadow).ofRefunds()));
    }

    private void placed(EventMeta meta, OrderEvents.Placed event) {
        orders.apply(meta, order -> order.on(event, meta.time()));
    }

    private void paid(EventMeta meta, OrderEvents.Paid event) {
        orders.apply(meta, order -> order.on(event, meta.time()));
    }

    private void shipped(EventMeta meta, OrderEvents.Shipped event) {
        orders.apply(meta, order -> order.on(event, meta.time()));
    }

    private void delivered(EventMeta meta, OrderEvents.Delivered event) {
        orders.apply(meta, order -> order.on(event, meta.time()));
    }

    private void received(EventMeta meta, OrderEvents.Received event) {
        orders.apply(meta, order -> order.on(event, meta.time()));
    }

    private void reserved(EventMeta meta, OrderEvents.RefundReserved event) {
        refunds.apply(meta, before -> RefundFact.taking(event));
    }
}
