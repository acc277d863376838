package io.shopcare.order.parcels;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.logistics.Handover;
import io.shopcare.order.logistics.Scan;
import io.shopcare.order.logistics.TrackingState;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.store.EventType;

import static java.util.Objects.requireNonNull;

/** What happens to parcels, as it is published. */
sealed interface ParcelEvent {

    record OrderPart(String orderId, List<LineQuantity> lines) {}

    @EventType("parcel.created.v1")
    record Created(String shop, String parcelId, Buyer buyer, String warehouse, List<OrderPart> orders,
            int expectedGrams, Destination destination) implements ParcelEvent {
        static Created of(Parcel it) {
            return new Created(it.shop(), it.parcelId(), it.buyer(), it.warehouse(),
                    it.orders().stream().map(order -> new OrderPart(order.orderId(), order.lines())).toList(),
                    it.expectedGrams(), it.destination());
        }
    }

    @EventType("parcel.joined.v1")
    record Joined(String shop, String parcelId, Buyer buyer, OrderPart order, int expectedGrams)
            implements
                ParcelEvent {
        static Joined of(Parcel it, PackedOrder joined) {
            return new Joined(it.shop(), it.parcelId(), it.buyer(), new OrderPart(joined.orderId(), joined.lines()),
                    it.expectedGrams());
        }
    }

    @EventType("waybill.printed.v1")
    record WaybillPrinted(String shop, String parcelId, Buyer buyer, List<String> orderIds, Waybill waybill)
            implements
                ParcelEvent {
        static WaybillPrinted of(Parcel it) {
            return new WaybillPrinted(it.shop(), it.parcelId(), it.buyer(), it.orderIds(),
                    requireNonNull(it.waybill()));
        }
    }

    record PickedUnit(String sku, int expected, int picked) {}

    @EventType("parcel.picked.v1")
    record Picked(String shop, String parcelId, Buyer buyer, List<String> orderIds, List<PickedUnit> units)
            implements
                ParcelEvent {
        static Picked of(Parcel it) {
            return new Picked(it.shop(), it.parcelId(), it.buyer(), it.orderIds(), it.expectedUnits().entrySet()
                    .stream().map(unit -> new PickedUnit(unit.getKey(), unit.getValue(), unit.getValue())).toList());
        }
    }

    @EventType("parcel.inspected.v1")
    record Inspected(String shop, String parcelId, Buyer buyer, List<String> orderIds, String result,
            List<Inspection.Unit> units, List<String> ticked) implements ParcelEvent {
        static Inspected of(Parcel it, Inspection inspection, List<String> ticked) {
            return new Inspected(it.shop(), it.parcelId(), it.buyer(), it.orderIds(),
                    inspection.isRight() ? "passed" : "failed", inspection.units(), ticked);
        }
    }

    @EventType("parcel.packed.v1")
    record Packed(String shop, String parcelId, Buyer buyer, List<String> orderIds, String packaging)
            implements
                ParcelEvent {
        static Packed of(Parcel it) {
            return new Packed(it.shop(), it.parcelId(), it.buyer(), it.orderIds(), it.packaging().kind());
        }
    }

    @EventType("parcel.weighed.v1")
    record Weighed(String shop, String parcelId, Buyer buyer, List<String> orderIds, int expectedGrams,
            int weighedGrams, int toleranceGrams, boolean withinTolerance) implements ParcelEvent {
        static Weighed of(Parcel it, WeightCheck check) {
            return new Weighed(it.shop(), it.parcelId(), it.buyer(), it.orderIds(), check.expected(), check.weighed(),
                    check.tolerance(), check.isWithin());
        }
    }

    @EventType("parcel.shipped.v1")
    record Shipped(String shop, String parcelId, Buyer buyer, List<String> orderIds, Waybill waybill)
            implements
                ParcelEvent {
        static Shipped of(Parcel it) {
            return new Shipped(it.shop(), it.parcelId(), it.buyer(), it.orderIds(), requireNonNull(it.waybill()));
        }
    }

    @EventType("tracking.updated.v1")
    record TrackingUpdated(String shop, String parcelId, Buyer buyer, List<String> orderIds, Waybill waybill,
            TrackingState state, Instant scannedAt, @Nullable String subState) implements ParcelEvent {
        static TrackingUpdated of(Parcel it, Scan scan) {
            return new TrackingUpdated(it.shop(), it.parcelId(), it.buyer(), it.orderIds(),
                    requireNonNull(it.waybill()), scan.state(), scan.at(), scan.subState());
        }
    }

    @EventType("parcel.returned.v1")
    record Returned(String shop, String parcelId, Buyer buyer, List<String> orderIds, Waybill waybill,
            Instant returnedAt) implements ParcelEvent {
        static Returned of(Parcel it, Instant at) {
            return new Returned(it.shop(), it.parcelId(), it.buyer(), it.orderIds(), requireNonNull(it.waybill()), at);
        }
    }

    @EventType("parcel.delivered.v1")
    record Delivered(String shop, String parcelId, Buyer buyer, List<String> orderIds, Waybill waybill,
            Instant deliveredAt, Handover handover, @Nullable Instant signedAt) implements ParcelEvent {
        static Delivered of(Parcel it, Scan scan) {
            return new Delivered(it.shop(), it.parcelId(), it.buyer(), it.orderIds(), requireNonNull(it.waybill()),
                    scan.at(), scan.handover(), scan.handover().isSigning() ? scan.at() : null);
        }
    }
}
