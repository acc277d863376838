package io.shopcare.order.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Waybill;

/**
 * How an order is carried out (履约).
 *
 * @param permits   parcels that were allowed to print and ship goods of this order
 * @param shipments parcels that left
 * @param extendedAt when the buyer asked for more time to look at it; null when they did not
 * @param warnedOf   end of the receipt's clock that the buyer was told of; null before
 * @param cancelled  why it will not be carried out; null otherwise
 */
public record FulfilmentFacet(FulfilmentState state, List<String> permits, List<Shipment> shipments,
        @Nullable Instant receivedAt, @Nullable Instant completedAt,
        @Nullable Instant extendedAt, @Nullable Instant warnedOf, @Nullable String cancelled) {
    static final FulfilmentFacet NOT_STARTED = new FulfilmentFacet(FulfilmentState.NOT_STARTED, List.of(), List.of(),
            null, null, null, null, null);

    /**
     * Goods of the order in one parcel.
     *
     * @param deliveredAt null while on the way
     * @param handover    in-person, after-problem, by-another, locker-or-station; null while on the way
     * @param signedAt    null where nobody signed: a locker is not signing (rules.md)
     * @param stoppedAt   when it was intercepted on its way; null otherwise
     * @param returnedAt  when it was back with us; null before, and when it was delivered
     */
    public record Shipment(String parcelId, Waybill waybill, List<LineQuantity> lines, Instant shippedAt,
            @Nullable Instant deliveredAt, @Nullable String handover, @Nullable Instant signedAt,
            @Nullable Instant stoppedAt, @Nullable Instant returnedAt) {

        static Shipment leaving(String parcelId, Waybill waybill, List<LineQuantity> lines, Instant at) {
            return new Shipment(parcelId, waybill, lines, at, null, null, null, null, null);
        }

        /** Whether the buyer does not get it. What was stopped and arrived all the same has arrived. */
        boolean goesBack() {
            return returnedAt != null || stoppedAt != null && deliveredAt == null;
        }

        /** When the buyer had it: signed for, or left for them where nobody signed; when it left until then. */
        Instant arrivedAt() {
            if (signedAt != null)
                return signedAt;
            return deliveredAt == null ? shippedAt : deliveredAt;
        }

        Shipment delivered(Instant at, String how, @Nullable Instant signed) {
            return new Shipment(parcelId, waybill, lines, shippedAt, at, how, signed, stoppedAt, returnedAt);
        }

        Shipment stopped(Instant at) {
            return new Shipment(parcelId, waybill, lines, shippedAt, deliveredAt, handover, signedAt, at, returnedAt);
        }

        Shipment returned(Instant at) {
            return new Shipment(parcelId, waybill, lines, shippedAt, deliveredAt, handover, signedAt, stoppedAt, at);
        }
    }

    public FulfilmentFacet {
        permits = List.copyOf(permits);
        shipments = List.copyOf(shipments);
    }

    /** The goods in one parcel, if it has left. */
    public Optional<Shipment> shipment(String parcelId) {
        return shipments.stream().filter(shipment -> shipment.parcelId().equals(parcelId)).findFirst();
    }

    /** Ids of the parcels that have left. */
    public List<String> parcels() {
        return shipments.stream().map(Shipment::parcelId).toList();
    }

    /** What the buyer has, or will get. */
    List<Shipment> toBuyer() {
        return shipments.stream().filter(shipment -> !shipment.goesBack()).toList();
    }

    /** Whether the buyer has all that they will get of what has left. */
    boolean hasArrived() {
        return !toBuyer().isEmpty() && toBuyer().stream().allMatch(shipment -> shipment.deliveredAt() != null);
    }

    /** Whether all that has left is here again. */
    boolean cameBack() {
        return !shipments.isEmpty() && shipments.stream().allMatch(shipment -> shipment.returnedAt() != null);
    }

    /** Parcels that may leave with goods of it at any moment, or have left and not told yet. */
    List<String> openPermits() {
        return permits.stream().filter(parcelId -> shipment(parcelId).isEmpty()).toList();
    }

    FulfilmentFacet to(FulfilmentState next) {
        return in(next == state ? state : state.to(next));
    }

    FulfilmentFacet permit(String parcelId) {
        return new FulfilmentFacet(state, Stream.concat(permits.stream(), Stream.of(parcelId)).toList(), shipments,
                receivedAt, completedAt, extendedAt, warnedOf, cancelled);
    }

    FulfilmentFacet withoutPermit(String parcelId) {
        return new FulfilmentFacet(state, permits.stream().filter(permit -> !permit.equals(parcelId)).toList(),
                shipments, receivedAt, completedAt, extendedAt, warnedOf, cancelled);
    }

    FulfilmentFacet ship(Shipment shipment) {
        return new FulfilmentFacet(state, permits, Stream.concat(shipments.stream(), Stream.of(shipment)).toList(),
                receivedAt, completedAt, extendedAt, warnedOf, cancelled);
    }

    FulfilmentFacet replace(Shipment next) {
        return new FulfilmentFacet(state, permits, shipments.stream()
                .map(old -> old.parcelId().equals(next.parcelId()) ? next : old).toList(), receivedAt, completedAt,
                extendedAt, warnedOf, cancelled);
    }

    FulfilmentFacet received(Instant at) {
        return new FulfilmentFacet(state.to(FulfilmentState.RECEIVED), permits, shipments, at, completedAt, extendedAt,
                warnedOf,
                cancelled);
    }

    FulfilmentFacet completed(Instant at) {
        return new FulfilmentFacet(state.to(FulfilmentState.COMPLETED), permits, shipments, receivedAt, at,
                extendedAt, warnedOf, cancelled);
    }

    FulfilmentFacet cancelled(String why) {
        return new FulfilmentFacet(state.to(FulfilmentState.CANCELLED), permits, shipments, receivedAt, completedAt,
                extendedAt, warnedOf, why);
    }

    FulfilmentFacet revived() {
        return new FulfilmentFacet(state.to(FulfilmentState.NOT_STARTED), permits, shipments, receivedAt, completedAt,
                extendedAt, warnedOf, null);
    }

    FulfilmentFacet extended(Instant at) {
        return new FulfilmentFacet(state, permits, shipments, receivedAt, completedAt, at, warnedOf,
                cancelled);
    }

    FulfilmentFacet warned(Instant of) {
        return new FulfilmentFacet(state, permits, shipments, receivedAt, completedAt, extendedAt, of, cancelled);
    }

    private FulfilmentFacet in(FulfilmentState next) {
        return new FulfilmentFacet(next, permits, shipments, receivedAt, completedAt, extendedAt, warnedOf, cancelled);
    }
}
