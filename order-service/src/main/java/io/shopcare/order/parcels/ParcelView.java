package io.shopcare.order.parcels;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.logistics.Scan;
import io.shopcare.order.logistics.TrackingState;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.Destination;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Waybill;
import io.shopcare.platform.security.Person;

/**
 * A parcel as it is answered. Buyers see what is in it and where it is, not who worked on it.
 *
 * @param state          its facets
 * @param since          when it came to its stage
 * @param inspection     the last one; staff only
 * @param allowedActions what the caller may do now
 */
record ParcelView(String parcelId, String shop, Buyer buyer, State state, Instant since, String warehouse,
        Destination destination, List<Content> orders, String packaging, int expectedGrams,
        @Nullable Integer weighedGrams, @Nullable Waybill waybill, @Nullable Instant shippedAt, List<Seen> trace,
        @Nullable String pickedBy, @Nullable Inspection inspection, List<String> allowedActions) {

    @Schema(name = "ParcelState")
    record State(ParcelStage stage, Clearance clearance, @Nullable TrackingState tracking) {}

    record Content(String orderId, List<LineQuantity> lines) {}

    /** One scan. */
    record Seen(TrackingState state, @Nullable String subState, Instant at, String place, String text) {
        static Seen of(Scan scan) {
            return new Seen(scan.state(), scan.subState(), scan.at(), scan.place(), scan.text());
        }
    }

    static ParcelView of(Parcel it, Person person) {
        boolean isStaff = !person.isBuyer();
        return new ParcelView(it.parcelId(), it.shop(), it.buyer(),
                new State(it.stage(), it.clearance(), it.trace().state()), it.since(), it.warehouse(),
                it.destination(),
                it.orders().stream().map(order -> new Content(order.orderId(), order.lines())).toList(),
                it.packaging().kind(), it.expectedGrams(), it.handling().weighedGrams(), it.waybill(),
                it.handling().shippedAt(), it.trace().scans().stream().map(Seen::of).toList(),
                isStaff ? it.handling().pickedBy() : null, isStaff ? it.handling().inspection() : null,
                it.allowedActions(person.roles()));
    }
}
