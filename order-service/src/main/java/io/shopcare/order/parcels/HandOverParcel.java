package io.shopcare.order.parcels;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Hands a parcel to the carrier. Refused while an order in it is on hold, or wants less than is packed. */
@Component
final class HandOverParcel {
    private final AggregateStore<Parcel> parcels;
    private final AggregateStore<Order> orders;
    private final ParcelsFollowOrders follow;
    private final Permits permits;
    private final Clock clock;

    HandOverParcel(AggregateStore<Parcel> parcels, AggregateStore<Order> orders, ParcelsFollowOrders follow,
            Permits permits, Clock clock) {
        this.parcels = parcels;
        this.orders = orders;
        this.follow = follow;
        this.permits = permits;
        this.clock = clock;
    }

    Outcome<Parcel> handle(Parcel seen, Worker worker, CommandContext context) {
        var refusal = seen.refusal(ParcelStep.HAND_OVER, worker);
        if (refusal.isPresent())
            return parcels.decide(seen.parcelId(), context, parcel -> refusal.get());
        permits.ask(seen, context);
        var check = CommandContext.bySystem("check-before-handover");
        for (var orderId : seen.orderIds())
            orders.find(orderId).ifPresent(
                    order -> parcels.decide(seen.parcelId(), check, parcel -> follow.takes(parcel, order.aggregate())));
        return parcels.decide(seen.parcelId(), context, parcel -> parcel.handOver(worker, clock.instant()));
    }
}
