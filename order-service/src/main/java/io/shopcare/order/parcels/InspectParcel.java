package io.shopcare.order.parcels;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.trade.Promise;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Inspects a parcel against its orders and the promises on them. */
@Component
final class InspectParcel {
    /** Kept or broken by the facts, not by an inspector. */
    private static final Set<String> BY_THEMSELVES = Set.of("ship-by", "arrives-by", "price");

    private final AggregateStore<Parcel> parcels;
    private final AggregateStore<Order> orders;
    private final FulfilmentSettings settings;
    private final Clock clock;

    InspectParcel(AggregateStore<Parcel> parcels, AggregateStore<Order> orders, FulfilmentSettings settings,
            Clock clock) {
        this.parcels = parcels;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    Outcome<Parcel> handle(Parcel seen, Worker inspector, List<ScannedUnit> units, Set<String> ticked,
            CommandContext context) {
        var promises = promisesToTick(seen).stream().map(Promise::promiseId).collect(Collectors.toSet());
        boolean pickerMayInspect = settings.pickerMayInspect().contains(seen.shop());
        return parcels.decide(seen.parcelId(), context, parcel -> parcel.inspect(inspector, units, ticked, promises,
                pickerMayInspect, clock.instant()));
    }

    /** Open promises of its orders that an inspector has to tick. */
    List<Promise> promisesToTick(Parcel parcel) {
        return parcel.orderIds().stream().flatMap(id -> orders.find(id).stream())
                .flatMap(order -> order.aggregate().promises().open().stream())
                .map(tracked -> tracked.promise()).filter(promise -> !BY_THEMSELVES.contains(promise.kind())).toList();
    }
}
