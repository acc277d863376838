package io.shopcare.order.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

import static io.shopcare.order.parcels.ParcelStage.PICKED;
import static io.shopcare.order.parcels.ParcelStage.SHIPPED;
import static io.shopcare.order.parcels.ParcelStage.STOPPED;

/** The work on a parcel, stage by stage, until the carrier has it. */
final class InTheHouse {
    private InTheHouse() {}

    static Decision<Parcel> print(Parcel it, Worker clerk, Waybill number, Instant now) {
        return it.refusal(ParcelStep.PRINT, clerk).orElseGet(() -> {
            var printed = it.with(ParcelStage.PRINTED, now).with(number).asking(null);
            return Decision.accept(printed, ParcelEvent.WaybillPrinted.of(printed));
        });
    }

    static Decision<Parcel> pick(Parcel it, Worker picker, Instant now) {
        return it.refusal(ParcelStep.PICK, picker).orElseGet(() -> {
            var picked = it.with(PICKED, now).with(it.handling().pickedBy(picker.id()));
            return Decision.accept(picked, ParcelEvent.Picked.of(picked));
        });
    }

    static Decision<Parcel> inspect(Parcel it, Worker inspector, List<ScannedUnit> units, Set<String> ticked,
            Set<String> promises,
            boolean pickerMayInspect, Instant now) {
        var refusal = it.refusal(ParcelStep.INSPECT, inspector);
        if (refusal.isPresent())
            return refusal.get();
        if (!pickerMayInspect && inspector.id().equals(it.handling().pickedBy()))
            return Decision.reject(Rejection.rule("same-person"));
        var inspection = Inspection.of(inspector.id(), it.expectedUnits(), units);
        var after = it.with(it.handling().inspected(inspection));
        if (!inspection.isRight())
            return Decision.accept(after.with(STOPPED, now), ParcelEvent.Inspected.of(it, inspection, List.of()));
        long missing = promises.stream().filter(promise -> !ticked.contains(promise)).count();
        if (missing > 0)
            return Decision.reject(Rejection.rule("promises-not-ticked", Map.of("open", missing)));
        var kept = ticked.stream().filter(promises::contains).sorted().toList();
        return Decision.accept(after.with(ParcelStage.INSPECTED, now),
                ParcelEvent.Inspected.of(it, inspection, kept));
    }

    static Decision<Parcel> pack(Parcel it, Worker packer, Packaging box, Instant now) {
        return it.refusal(ParcelStep.PACK, packer).orElseGet(() -> {
            var packed = it.with(ParcelStage.PACKED, now).with(box);
            return Decision.accept(packed, ParcelEvent.Packed.of(packed));
        });
    }

    static Decision<Parcel> weigh(Parcel it, Worker weigher, int grams, Instant now) {
        return it.refusal(ParcelStep.WEIGH, weigher).orElseGet(() -> {
            var check = new WeightCheck(it.expectedGrams(), grams);
            var weighed = it.with(check.isWithin() ? ParcelStage.WEIGHED : PICKED, now)
                    .with(it.handling().weighed(grams));
            return Decision.accept(weighed, ParcelEvent.Weighed.of(weighed, check));
        });
    }

    static Decision<Parcel> handOver(Parcel it, Worker worker, Instant now) {
        return it.refusal(ParcelStep.HAND_OVER, worker).orElseGet(() -> {
            var shipped = it.with(SHIPPED, now).with(it.handling().shipped(now));
            return OutsideEvents.ended(Decision.accept(shipped, ParcelEvent.Shipped.of(shipped)), now);
        });
    }
}
