package io.shopcare.order.parcels;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.shopcare.order.logistics.Scan;
import io.shopcare.order.logistics.Trace;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Decision.Accepted;
import io.shopcare.platform.store.Rejection;

import static io.shopcare.order.parcels.ParcelStage.DELIVERED;
import static io.shopcare.order.parcels.ParcelStage.RETURNED;
import static io.shopcare.order.parcels.ParcelStage.SHIPPED;
import static io.shopcare.order.parcels.ParcelStage.STOPPED;
import static io.shopcare.order.parcels.ParcelStage.WITHDRAWN;

/** What befalls a parcel from outside: scans of its carrier, and what happens to its orders. */
final class OutsideEvents {
    /** The role that takes goods in. */
    static final String TAKES_BACK = "store-keeper";

    private OutsideEvents() {}

    static Decision<Parcel> scanned(Parcel it, Scan scan, Instant now) {
        var next = it.trace().with(scan);
        if (it.waybill() == null)
            return Decision.reject(Rejection.notFound());
        if (next.equals(it.trace()))
            return Decision.unchanged(it);
        var seen = Decision.accept(it.with(next));
        if (it.trace().isNews(scan))
            seen = seen.with(ParcelEvent.TrackingUpdated.of(it, scan));
        if (it.stage() == SHIPPED)
            return ended(seen, now);
        return it.stage() == DELIVERED && next.cameBack().isPresent()
                ? back(seen, next.cameBack().get().at(), now)
                : collected(it, seen);
    }

    /** From a locker, after it was delivered there: told again with the signing. */
    private static Decision<Parcel> collected(Parcel before, Accepted<Parcel> seen) {
        boolean wasSigned = before.trace().delivery().filter(scan -> scan.handover().isSigning()).isPresent();
        var signing = seen.aggregate().trace().delivery().filter(scan -> scan.handover().isSigning());
        return before.stage() == DELIVERED && !wasSigned && signing.isPresent()
                ? seen.with(ParcelEvent.Delivered.of(before, signing.get()))
                : seen;
    }

    /** The last word of the carrier on a parcel that is on its way, if it has said one. */
    static Accepted<Parcel> ended(Accepted<Parcel> onItsWay, Instant now) {
        var it = onItsWay.aggregate();
        var delivery = it.trace().delivery();
        var back = it.trace().cameBack();
        if (delivery.isPresent())
            return then(onItsWay, it.with(DELIVERED, now), ParcelEvent.Delivered.of(it, delivery.get()));
        return back.isPresent()
                ? back(onItsWay, back.get().at(), now)
                : onItsWay;
    }

    /** By a person who has it before them. What somebody signed for comes back by a case. */
    static Decision<Parcel> bookBack(Parcel it, Worker worker, Instant now) {
        if (!worker.roles().contains(TAKES_BACK))
            return Decision.reject(Rejection.forbidden("not-your-stage"));
        if (it.stage() == RETURNED)
            return Decision.unchanged(it);
        return mayBeBack(it)
                ? back(Decision.accept(it), now, now)
                : Decision.reject(Rejection.notNow(it.stage() == DELIVERED ? "already-delivered" : "not-shipped"));
    }

    /** On its way, or in a locker from which nobody has collected it. */
    static boolean mayBeBack(Parcel it) {
        return it.stage() == SHIPPED || it.stage() == DELIVERED
                && it.trace().delivery().filter(scan -> scan.handover().isSigning()).isEmpty();
    }

    private static Accepted<Parcel> back(Accepted<Parcel> soFar, Instant at, Instant now) {
        var it = soFar.aggregate();
        return then(soFar, nothingToStop(it.with(RETURNED, now)), ParcelEvent.Returned.of(it, at));
    }

    private static Accepted<Parcel> then(Accepted<Parcel> soFar, Parcel next, ParcelEvent event) {
        return new Accepted<>(next, soFar.events(), soFar.riders(), soFar.answers()).with(event);
    }

    private static Parcel nothingToStop(Parcel it) {
        return it.clearance() == Clearance.CLEAR ? it : it.with(it.clearance().to(Clearance.CLEAR));
    }

    static Decision<Parcel> holds(Parcel it, String orderId, int open) {
        if (it.stage().isOver())
            return Decision.unchanged(it);
        var changed = it.with(it.orders().stream()
                .map(order -> order.orderId().equals(orderId) ? order.withHolds(open) : order).toList());
        return Decision.accept(cleared(changed));
    }

    static Decision<Parcel> takes(Parcel it, String orderId, List<LineQuantity> lines, int grams, Instant now) {
        var mine = it.orders().stream().filter(order -> order.orderId().equals(orderId)).findFirst();
        if (mine.isEmpty() || !it.stage().isInHouse() || mine.get().lines().equals(lines))
            return Decision.unchanged(it);
        if (lines.isEmpty())
            return withoutOrder(it, orderId, now);
        var smaller = it.with(it.orders().stream().map(order -> order.orderId().equals(orderId)
                ? new PackedOrder(orderId, lines, grams, order.holds())
                : order).toList());
        return Decision.accept(repicked(smaller, now));
    }

    /** What its own order has to ship again, since a refund failed: begun anew, or put in once more. */
    static Decision<Parcel> wantsAgain(Parcel it, PackedOrder order, Destination where, Instant now) {
        if (it.stage() == WITHDRAWN)
            return begunAnew(it, order, where, now);
        if (!it.stage().isInHouse() || it.orderIds().contains(order.orderId()) || !it.destination().equals(where))
            return Decision.unchanged(it);
        var larger = it.with(Stream.concat(it.orders().stream(), Stream.of(order)).toList());
        return Decision.accept(repicked(cleared(larger), now), ParcelEvent.Joined.of(larger, order));
    }

    /** The number of a waybill that was printed stays the parcel's; everything else is done once more. */
    private static Decision<Parcel> begunAnew(Parcel it, PackedOrder order, Destination where, Instant now) {
        var anew = new Parcel(it.parcelId(), it.shop(), it.buyer(), it.warehouse(), where, List.of(order),
                it.packaging(), it.stage().to(ParcelStage.CREATED), Clearance.CLEAR, now, null, Handling.none(),
                Trace.none(), null);
        return Decision.accept(cleared(anew), ParcelEvent.Created.of(anew));
    }

    static Decision<Parcel> join(Parcel it, PackedOrder order, Buyer whose, Destination where, String from) {
        if (it.orderIds().contains(order.orderId()))
            return Decision.unchanged(it);
        if (it.stage() != ParcelStage.CREATED || order.lines().isEmpty() || !it.buyer().equals(whose)
                || !it.destination().equals(where) || !it.warehouse().equals(from))
            return Decision.reject(Rejection.notNow("parcel-gone-ahead"));
        var larger = it.with(Stream.concat(it.orders().stream(), Stream.of(order)).toList());
        return Decision.accept(cleared(larger), ParcelEvent.Joined.of(larger, order));
    }

    static Decision<Parcel> goesTo(Parcel it, String orderId, Destination where) {
        return it.waybill() != null || it.destination().equals(where) || !it.orderIds().contains(orderId)
                ? Decision.unchanged(it)
                : Decision.accept(it.with(where));
    }

    static Decision<Parcel> withoutOrder(Parcel it, String orderId, Instant now) {
        var rest = it.orders().stream().filter(order -> !order.orderId().equals(orderId)).toList();
        if (rest.size() == it.orders().size() || it.stage().isOver())
            return Decision.unchanged(it);
        if (!it.stage().isInHouse())
            return it.clearance() == Clearance.INTERCEPTING
                    ? Decision.unchanged(it)
                    : Decision.accept(it.with(it.clearance().to(Clearance.INTERCEPTING)));
        if (rest.isEmpty())
            return Decision.accept(it.with(WITHDRAWN, now));
        return Decision.accept(repicked(cleared(it.with(rest)), now));
    }

    /** What is in it is not what should be in it any more: it has to be put right and inspected again. */
    private static Parcel repicked(Parcel it, Instant now) {
        return it.stage().canBecome(STOPPED) ? it.with(STOPPED, now) : it;
    }

    private static Parcel cleared(Parcel it) {
        boolean isHeld = it.orders().stream().anyMatch(order -> order.holds() > 0);
        var wanted = !isHeld ? Clearance.CLEAR : it.stage().isInHouse() ? Clearance.HELD_BACK : Clearance.INTERCEPTING;
        return wanted == it.clearance() ? it : it.with(it.clearance().to(wanted));
    }
}
