package io.shopcare.order.parcels;

import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.Reservations;
import io.shopcare.platform.deadlines.DeadlineHandler;
import io.shopcare.platform.events.Subscription;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.AggregateStores;
import io.shopcare.platform.store.AggregateType;
import io.shopcare.platform.store.Deadline;

/** Where parcels are kept, and what they listen to. */
@Configuration(proxyBeanMethods = false)
class ParcelsConfiguration {
    static final String TOPIC = "shopcare.order.parcels";
    private static final String PERMITS_BACK = "permits-back";

    @Bean
    AggregateType<Parcel> parcelType() {
        return new AggregateType<>("parcel", Parcel.class, "parcels", TOPIC, Parcel::shop)
                .withDeadlines(List.of(Deadline.handled(PERMITS_BACK, Parcel::permitsBackAt)));
    }

    /** Permits of orders that travel together, asked by somebody who died before the print. */
    @Bean
    DeadlineHandler unusedPermits(AggregateType<Parcel> parcelType, Permits permits) {
        return DeadlineHandler.of(parcelType, PERMITS_BACK, permits::takeBackDue);
    }

    @Bean
    AggregateStore<Parcel> parcels(AggregateStores stores, AggregateType<Parcel> parcelType) {
        return stores.of(parcelType);
    }

    @Bean
    ParcelLists parcelLists(MongoDatabase database) {
        return new ParcelLists(database);
    }

    @Bean
    ServedFrom servedFrom(Reservations reservations) {
        return orderId -> reservations.of(orderId).map(Reservation::places).orElse(Map.of());
    }

    @Bean
    Subscription parcelsHearOrders(ParcelsFollowOrders handler) {
        return Subscription.to("shopcare.order.orders").as("parcels")
                .on("order.approved.v1", ParcelsFollowOrders.Told.class, handler::approved)
                .on("order.split.v1", ParcelsFollowOrders.Told.class, handler::reduced)
                .on("order.line-exchanged.v1", ParcelsFollowOrders.Told.class, handler::reduced)
                .on("order.units-restored.v1", ParcelsFollowOrders.Told.class, handler::restored)
                .on("order.shipped.v1", ParcelsFollowOrders.Told.class, handler::restored)
                .on("order.rest-released.v1", ParcelsFollowOrders.Told.class, handler::restReleased)
                .on("order.address-changed.v1", ParcelsFollowOrders.Told.class, handler::readdressed)
                .on("order.held.v1", ParcelsFollowOrders.Held.class, handler::held)
                .on("order.hold-released.v1", ParcelsFollowOrders.Held.class, handler::held)
                .on("order.cancelled.v1", ParcelsFollowOrders.Told.class, handler::stopped)
                .on("order.rejected.v1", ParcelsFollowOrders.Told.class, handler::stopped).acting();
    }

    @Bean
    Subscription parcelsHearRefunds(ParcelsFollowOrders handler) {
        return Subscription.to("shopcare.order.refunds").as("parcels")
                .on("refund.requested.v1", ParcelsFollowOrders.Told.class, handler::reduced)
                .on("refund.failed.v1", ParcelsFollowOrders.Told.class, handler::reduced).acting();
    }

    @Bean
    Subscription ordersHearParcels(OrdersFollowParcels handler) {
        return Subscription.to(TOPIC).as("orders")
                .on("parcel.inspected.v1", OrdersFollowParcels.Inspected.class, handler::inspected)
                .on("parcel.picked.v1", OrdersFollowParcels.Taken.class, handler::picked)
                .on("parcel.packed.v1", OrdersFollowParcels.Taken.class, handler::packed)
                .on("parcel.shipped.v1", OrdersFollowParcels.Shipped.class, handler::shipped)
                .on("parcel.delivered.v1", OrdersFollowParcels.Delivered.class, handler::delivered)
                .on("parcel.returned.v1", OrdersFollowParcels.Returned.class, handler::returned).acting();
    }
}
