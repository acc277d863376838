package io.shopcare.order.parcels;

import java.time.Clock;

import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Prints a parcel's waybill. Refused while an order in it is on hold. */
@Component
final class PrintWaybill {
    private static final String CHANGED = "parcel-changed";

    private final AggregateStore<Parcel> parcels;
    private final Permits permits;
    private final Waybills waybills;
    private final Clock clock;

    PrintWaybill(AggregateStore<Parcel> parcels, Permits permits, Waybills waybills, Clock clock) {
        this.parcels = parcels;
        this.permits = permits;
        this.waybills = waybills;
        this.clock = clock;
    }

    Outcome<Parcel> handle(Parcel seen, Worker clerk, CommandContext context) {
        var refusal = seen.refusal(ParcelStep.PRINT, clerk);
        if (refusal.isPresent())
            return parcels.decide(seen.parcelId(), context, parcel -> refusal.get());
        var token = permits.askToPrint(seen, context);
        var printed = parcels.decide(seen.parcelId(), context,
                parcel -> parcel.orderIds().equals(seen.orderIds()) && parcel.mayPrintBy(token)
                        ? parcel.print(clerk, waybills.of(parcel), clock.instant())
                        : Decision.reject(Rejection.notNow(CHANGED))); // whoever joined has given no permit
        if (printed instanceof Outcome.Rejected<Parcel>(var why) && why.code().equals(CHANGED))
            permits.takeBack(seen.parcelId());
        return printed;
    }
}
