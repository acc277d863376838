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

/**
 * A parcel (包裹): goods of one buyer that travel together, worked on stage by stage (O11, O12).
 *
 * @param orders  in it; one, or several of the same buyer and address
 * @param since   when it came to its stage; queues go by it
 * @param waybill null until printed
 * @param asking  of several orders for their permits to print; null while nobody does
 */
public record Parcel(String parcelId, String shop, Buyer buyer, String warehouse, Destination destination,
        List<PackedOrder> orders, Packaging packaging, ParcelStage stage, Clearance clearance, Instant since,
        @Nullable Waybill waybill, Handling handling, Trace trace, @Nullable PermitsAsked asking) {

    public Parcel {
        orders = List.copyOf(orders);
    }

    static Decision.Accepted<Parcel> of(String parcelId, Buyer buyer, String warehouse, Destination destination,
            List<PackedOrder> orders, Packaging packaging, Instant now) {
        var parcel = new Parcel(parcelId, buyer.shop(), buyer, warehouse, destination, orders, packaging,
                ParcelStage.CREATED, Clearance.CLEAR, now, null, Handling.none(), Trace.none(), null);
        return Decision.accept(parcel, ParcelEvent.Created.of(parcel));
    }

    /** Somebody begins to ask its orders for their permits; whoever comes meanwhile asks along. */
    Decision<Parcel> askPermits(String token, Instant now) {
        return asking != null || waybill != null
                ? Decision.unchanged(this)
                : Decision.accept(asking(new PermitsAsked(token, now, false)));
    }

    /** Nothing is printed by this asking any more: the permits go back next. */
    Decision<Parcel> takePermitsBack(String token) {
        return asking != null && asking.token().equals(token) && !asking.over()
                ? Decision.accept(asking(asking.end()))
                : Decision.unchanged(this);
    }

    /** They are back. */
    Decision<Parcel> permitsAreBack(String token) {
        return asking != null && asking.token().equals(token)
                ? Decision.accept(asking(null))
                : Decision.unchanged(this);
    }

    /** Whether what was granted for this asking still is. */
    boolean mayPrintBy(@Nullable String token) {
        return asking == null ? token == null : asking.token().equals(token) && !asking.over();
    }

    /** When permits that nobody printed by go back; null while there are none. */
    @Nullable
    Instant permitsBackAt() {
        return asking == null ? null : asking.backAt();
    }

    /** Prints the waybill; every order has given its permit before. */
    Decision<Parcel> print(Worker clerk, Waybill number, Instant now) {
        return InTheHouse.print(this, clerk, number, now);
    }

    Decision<Parcel> pick(Worker picker, Instant now) {
        return InTheHouse.pick(this, picker, now);
    }

    /**
     * Compares every scanned unit with what was ordered. What is wrong, missing or extra stops the parcel; a promise that
     * is not ticked lets nothing through.
     *
     * @param promises open ones that an inspector has to tick
     */
    Decision<Parcel> inspect(Worker inspector, List<ScannedUnit> units, Set<String> ticked, Set<String> promises,
            boolean pickerMayInspect, Instant now) {
        return InTheHouse.inspect(this, inspector, units, ticked, promises, pickerMayInspect, now);
    }

    Decision<Parcel> pack(Worker packer, Packaging box, Instant now) {
        return InTheHouse.pack(this, packer, box, now);
    }

    /** A deviation sends it back to inspection. */
    Decision<Parcel> weigh(Worker weigher, int grams, Instant now) {
        return InTheHouse.weigh(this, weigher, grams, now);
    }

    /** The carrier takes it; if its scans were faster than ours, they count now. */
    Decision<Parcel> handOver(Worker worker, Instant now) {
        return InTheHouse.handOver(this, worker, now);
    }

    /** It is here again, and no scan of the carrier says so. */
    Decision<Parcel> bookBack(Worker worker, Instant now) {
        return OutsideEvents.bookBack(this, worker, now);
    }

    /** A scan of the carrier, in whatever order they come; a known one changes nothing. */
    Decision<Parcel> scanned(Scan scan, Instant now) {
        return OutsideEvents.scanned(this, scan, now);
    }

    /** One of its orders has this many holds open now. */
    Decision<Parcel> holds(String orderId, int open) {
        return OutsideEvents.holds(this, orderId, open);
    }

    /** What is still to ship of one of its orders: a refund before shipping takes units out (O8a). */
    Decision<Parcel> takes(String orderId, List<LineQuantity> lines, int grams, Instant now) {
        return OutsideEvents.takes(this, orderId, lines, grams, now);
    }

    /** A refund failed: its own order ships this in it after all. */
    Decision<Parcel> wantsAgain(PackedOrder order, Destination where, Instant now) {
        return OutsideEvents.wantsAgain(this, order, where, now);
    }

    /** Another order of the same buyer and address travels along, while nothing is printed. */
    Decision<Parcel> join(PackedOrder order, Buyer whose, Destination where, String from) {
        return OutsideEvents.join(this, order, whose, where, from);
    }

    /** Its order goes elsewhere; once the waybill is printed that takes an interception. */
    Decision<Parcel> goesTo(String orderId, Destination where) {
        return OutsideEvents.goesTo(this, orderId, where);
    }

    /** One of its orders is cancelled or rejected: out of the parcel, or intercepted if the parcel has left. */
    Decision<Parcel> withoutOrder(String orderId, Instant now) {
        return OutsideEvents.withoutOrder(this, orderId, now);
    }

    /** Whether goods of this order travel in it, or have. */
    boolean takesAlong(String orderId) {
        return stage != ParcelStage.WITHDRAWN && orderIds().contains(orderId);
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
        return PackedOrder.grams(orders.stream().mapToLong(PackedOrder::grams).sum() + packaging.grams());
    }

    /** What somebody may do now. */
    List<String> allowedActions(Set<String> roles) {
        if (OutsideEvents.mayBeBack(this) && roles.contains(OutsideEvents.TAKES_BACK))
            return List.of("return");
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

    Parcel with(Destination next) {
        return new Parcel(parcelId, shop, buyer, warehouse, next, orders, packaging, stage, clearance, since, waybill,
                handling, trace, asking);
    }

    Parcel with(ParcelStage next, Instant now) {
        return next == stage
                ? this
                : new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage.to(next),
                        clearance, now, waybill, handling, trace, asking);
    }

    Parcel with(Clearance next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, next, since, waybill,
                handling, trace, asking);
    }

    Parcel with(List<PackedOrder> next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, next, packaging, stage, clearance, since,
                waybill, handling, trace, asking);
    }

    Parcel with(Packaging next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, next, stage, clearance, since, waybill,
                handling, trace, asking);
    }

    Parcel with(Waybill next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, clearance, since,
                next, handling, trace, asking);
    }

    Parcel with(Handling next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, clearance, since,
                waybill, next, trace, asking);
    }

    Parcel with(Trace next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, clearance, since,
                waybill, handling, next, asking);
    }

    Parcel asking(@Nullable PermitsAsked next) {
        return new Parcel(parcelId, shop, buyer, warehouse, destination, orders, packaging, stage, clearance, since,
                waybill, handling, trace, next);
    }
}
