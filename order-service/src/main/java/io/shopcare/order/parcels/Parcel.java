package io.shopcare.order.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.logistics.Scan;
import io.shopcare.order.logistics.Trace;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

import static io.shopcare.order.parcels.ParcelStage.DELIVERED;
import static io.shopcare.order.parcels.ParcelStage.PICKED;
import static io.shopcare.order.parcels.ParcelStage.SHIPPED;
import static io.shopcare.order.parcels.ParcelStage.STOPPED;
import static io.shopcare.order.parcels.ParcelStage.WITHDRAWN;

/**
 * A parcel (包裹): goods of one buyer that travel together, worked on stage by stage (O11, O12).
 *
 * @param orders  in it; one, or several of the same buyer and address
 * @param since   when it came to its stage; queues go by it
 * @param waybill null until printed
 */
public record Parcel(String parcelId, String shop, Buyer buyer, String warehouse, Destination destination,
        List<PackedOrder> orders, Packaging packaging, ParcelStage stage, Clearance clearance, Instant since,
        @Nullable Waybill waybill, Handling handling, Trace trace) {

    public Parcel {
        orders = List.copyOf(orders);
    }

    static Decision.Accepted<Parcel> of(String parcelId, Buyer buyer, String warehouse, Destination destination,
            List<PackedOrder> orders, Packaging packaging, Instant now) {
        var parcel = new Parcel(parcelId, buyer.shop(), buyer, warehouse, destination, orders, packaging,
                ParcelStage.CREATED, Clearance.CLEAR, now, null, Handling.none(), Trace.none());
        return Decision.accept(parcel, ParcelEvent.Created.of(parcel));
    }

    /** Prints the waybill; every order has given its permit before. */
    Decision<Parcel> print(Worker clerk, Waybill number, Instant now) {
        return refusal(ParcelStep.PRINT, clerk).orElseGet(() -> {
            var printed = with(ParcelStage.PRINTED, now).with(number);
            return Decision.accept(printed, ParcelEvent.WaybillPrinted.of(printed));
        });
    }

    Decision<Parcel> pick(Worker picker, Instant now) {
        return refusal(ParcelStep.PICK, picker).orElseGet(() -> {
            var picked = with(PICKED, now).with(handling.pickedBy(picker.id()));
            return Decision.accept(picked, ParcelEvent.Picked.of(picked));
        });
    }

    /**
     * Compares every scanned unit with what was ordered. What is wrong, missing or extra stops the parcel; a promise that
     * is not ticked lets nothing through.
     *
     * @param promises open ones that an inspector has to tick
     */
    Decision<Parcel> inspect(Worker inspector, List<ScannedUnit> units, Set<String> ticked, Set<String> promises,
            boolean pickerMayInspect, Instant now) {
        var refusal = refusal(ParcelStep.INSPECT, inspector);
        if (refusal.isPresent())
            return refusal.get();
        if (!pickerMayInspect && inspector.id().equals(handling.pickedBy()))
            return Decision.reject(Rejection.rule("same-person"));
        var inspection = Inspection.of(inspector.id(), expectedUnits(), units);
        var after = with(handling.inspected(inspection));
        if (!inspection.isRight())
            return Decision.accept(after.with(STOPPED, now), ParcelEvent.Inspected.of(this, inspection, List.of()));
        long missing = promises.stream().filter(promise -> !ticked.contains(promise)).count();
        if (missing > 0)
            return Decision.reject(Rejection.rule("promises-not-ticked", Map.of("open", missing)));
        var kept = ticked.stream().filter(promises::contains).sorted().toList();
        return Decision.accept(after.with(ParcelStage.INSPECTED, now),
                ParcelEvent.Inspected.of(this, inspection, kept));
    }

    Decision<Parcel> pack(Worker packer, Packaging box, Instant now) {
        return refusal(ParcelStep.PACK, packer).orElseGet(() -> {
            var packed = with(ParcelStage.PACKED, now).with(box);
            return Decision.accept(packed, ParcelEvent.Packed.of(packed));
        });
    }

    /** A deviation sends it back to inspection. */
    Decision<Parcel> weigh(Worker weigher, int grams, Instant now) {
        return refusal(ParcelStep.WEIGH, weigher).orElseGet(() -> {
            var check = new WeightCheck(expectedGrams(), grams);
            var weighed = with(check.isWithin() ? ParcelStage.WEIGHED : PICKED, now).with(handling.weighed(grams));
            return Decision.accept(weighed, ParcelEvent.Weighed.of(weighed, check));
        });
    }

    /** The carrier takes it; if its scans were faster than ours, they count now. */
    Decision<Parcel> handOver(Worker worker, Instant now) {
        return refusal(ParcelStep.HAND_OVER, worker).orElseGet(() -> {
            var shipped = with(SHIPPED, now).with(handling.shipped(now));
            var accepted = Decision.accept(shipped, ParcelEvent.Shipped.of(shipped));
            return trace.delivery().map(scan -> Decision.accept(shipped.with(DELIVERED, now),
                    ParcelEvent.Shipped.of(shipped), ParcelEvent.Delivered.of(shipped, scan))).orElse(accepted);
        });
    }

    /** A scan of the carrier, in whatever order they come; a known one changes nothing. */
    Decision<Parcel> scanned(Scan scan, Instant now) {
        var next = trace.with(scan);
        if (waybill == null)
            return Decision.reject(Rejection.notFound());
        if (next.equals(trace))
            return Decision.unchanged(this);
        var before = trace.delivery();
        var after = next.delivery();
        boolean handedOver = after.isPresent() && stage.equals(SHIPPED);
        boolean collected = stage == DELIVERED && after.isPresent() && after.get().handover().isSigning()
                && before.filter(seen -> seen.handover().isSigning()).isEmpty();
        var accepted = Decision.accept((handedOver ? with(DELIVERED, now) : this).with(next));
        if (trace.isNews(scan))
            accepted = accepted.with(ParcelEvent.TrackingUpdated.of(this, scan));
        return handedOver || collected ? accepted.with(ParcelEvent.Delivered.of(this, after.get())) : accepted;
    }

    /** One of its orders has this many holds open now. */
    Decision<Parcel> holds(String orderId, int open) {
        if (stage == WITHDRAWN || stage == DELIVERED)
            return Decision.unchanged(this);
        var changed = with(orders.stream()
                .map(order -> order.orderId().equals(orderId) ? order.withHolds(open) : order).toList());
        return Decision.accept(changed.cleared());
    }

    /** What is still to ship of one of its orders: a refund before shipping takes units out (O8a). */
    Decision<Parcel> takes(String orderId, List<LineQuantity> lines, int grams, Instant now) {
        var mine = orders.stream().filter(order -> order.orderId().equals(orderId)).findFirst();
        if (mine.isEmpty() || !stage.isInHouse() || mine.get().lines().equals(lines))
            return Decision.unchanged(this);
        if (lines.isEmpty())
            return withoutOrder(orderId, now);
        var smaller = with(orders.stream().map(order -> order.orderId().equals(orderId)
                ? new PackedOrder(orderId, lines, grams, order.holds())
                : order).toList());
        return Decision.accept(smaller.repicked(now));
    }

    /** One of its orders is cancelled or rejected: out of the parcel, or intercepted if the parcel has left. */
    Decision<Parcel> withoutOrder(String orderId, Instant now) {
        var rest = orders.stream().filter(order -> !order.orderId().equals(orderId)).toList();
        if (rest.size() == orders.size() || stage == WITHDRAWN || stage == DELIVERED)
            return Decision.unchanged(this);
        if (!stage.isInHouse())
            return clearance == Clearance.INTERCEPTING
                    ? Decision.unchanged(this)
                    : Decision.accept(with(clearance.to(Clearance.INTERCEPTING)));
        if (rest.isEmpty())
            return Decision.accept(with(WITHDRAWN, now));
        return Decision.accept(with(rest).cleared().repicked(now));
    }

    /** Ids of its orders. */
    public List<String> orderIds() {
        return orders.stream().map(PackedOrder::orderId).toList();
    }

    /** Units by SKU, over all orders. */
    Map<String, Integer> expectedUnits() {
        var units = new TreeMap<String, Integer>();
        orders.forEach(
                order -> order.lines().forEach(line -> units.merge(line.sku(), line.quantity(), Math::addExact)));
        return units;
    }

    /** Goods and packaging. */
    public int expectedGrams() {
        return orders.stream().mapToInt(PackedOrder::grams).sum() + packaging.grams();
    }

    /** What somebody may do now. */
    List<String> allowedActions(Set<String> roles) {
        return clearance == Clearance.CLEAR
                ? ParcelStep.allAt(stage).stream().filter(step -> step.isFor(roles)).map(ParcelStep::action).toList()
                : List.of();
    }

    /** Why somebody may not take a step now; empty when they may. */
    Optional<Decision<Parcel>> refusal(ParcelStep step, Worker worker) {
        if (!step.isFor(worker.roles()))
            return Optional.of(Decision.reject(Rejection.forbidden("not-your-stage")));
        if (clearance == Clearance.HELD_BACK)
            return Optional.of(Decision.reject(Rejection.notNow("hold-open",
                    Map.of("open", orders.stream().mapToInt(PackedOrder::holds).sum()))));
        if (step.isDueAt(stage))
            return Optional.empty();
        var due = ParcelStep.dueAt(stage);
        boolean isAhead = due.isPresent() && due.get().compareTo(step) < 0;
        return Optional.of(Decision.reject(isAhead
                ? Rejection.notNow("stage-skipped", Map.of("stage", due.get().action()))
                : Rejection.notNow("stage-done", Map.of("stage", stage.code()))));
    }

    /** What is in it is not what should be in it any more: it has to be put right and inspected again. */
    private Parcel repicked(Instant now) {
        return stage.canBecome(STOPPED) ? with(STOPPED, now) : this;
    }

    private Parcel cleared() {
        boolean isHeld = orders.stream().anyMatch(order -> order.holds() > 0);
        var wanted = !isHeld ? Clearance.CLEAR : stage.isInHouse() ? Clearance.HELD_BACK : Clearance.INTERCEPTING;
        return wanted == clearance ? this : with(clearance.to(wanted));
    }

    private Parcel with(ParcelStage next, Instant now) {
        return next == stage
                ? this
                : new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage.to(next),
                        clearance, now, waybill, handling, trace);
    }

    private Parcel with(Clearance next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, next, since, waybill,
                handling, trace);
    }

    private Parcel with(List<PackedOrder> next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, next, packaging, stage, clearance, since,
                waybill, handling, trace);
    }

    private Parcel with(Packaging next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, next, stage, clearance, since, waybill,
                handling, trace);
    }

    private Parcel with(Waybill next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, clearance, since,
                next, handling, trace);
    }

    private Parcel with(Handling next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, clearance, since,
                waybill, next, trace);
    }

    private Parcel with(Trace next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, clearance, since,
                waybill, handling, next);
    }
}
