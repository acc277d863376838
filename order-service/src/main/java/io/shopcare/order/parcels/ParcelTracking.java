package io.shopcare.order.parcels;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.order.logistics.Scan;
import io.shopcare.order.logistics.TracedParcels;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/** Scans reach the parcel that has the waybill. */
@Component
final class ParcelTracking implements TracedParcels {
    private final AggregateStore<Parcel> parcels;
    private final Waybills waybills;
    private final Clock clock;

    ParcelTracking(AggregateStore<Parcel> parcels, Waybills waybills, Clock clock) {
        this.parcels = parcels;
        this.waybills = waybills;
        this.clock = clock;
    }

    @Override
    public boolean scanned(Waybill waybill, Scan scan) {
        var context = new CommandContext(Actor.service(waybill.carrier()), "carrier-scan", null, null, null);
        return waybills.parcelOf(waybill)
                .map(id -> parcels.decide(id, context, parcel -> parcel.scanned(scan, clock.instant())))
                .filter(Outcome.Accepted.class::isInstance).isPresent();
    }
}
