package io.shopcare.order.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * All stock of one order, held or not held as a whole (预留). It decides; the stocks follow, in the order of their keys,
 * and {@code unsettledSince} says that they may not have yet: a deadline finishes what a crash left.
 *
 * @param attempt   counts how often it was asked for; claims on the stocks carry it
 * @param shipments what left, by parcel
 * @param swaps     of goods for others that were decided, and whether they were done
 * @param dropped   what was swapped for something else
 * @param keptUntil while no order takes it, as for a cart; null for one whose order is written at once
 * @param booked    parcels whose units were off the stocks when goods were last swapped
 * @param reason    of the release: expired, cancelled, reduced, swapped, lost; null before
 */
public record Reservation(String reservationId, String shop, String orderId, Buyer buyer, ReservationState state,
        int attempt, List<StockLine> lines, @Nullable Instant expiresAt, Map<String, List<StockLine>> shipments,
        @Nullable String reason, @Nullable Instant unsettledSince,
        Map<String, Boolean> swaps, List<StockLine> dropped, @Nullable Instant keptUntil, List<String> booked) {

    /** Reason of the release of one that nobody took in time. */
    public static final String EXPIRED = "expired";
    /** Reason of the release of one whose goods turned out not to be there. */
    public static final String LOST = "lost";
    static final Duration SETTLE_AFTER = Duration.ofSeconds(10);
    static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);

    public Reservation {
        lines = List.copyOf(lines);
        shipments = Map.copyOf(shipments);
        swaps = swaps == null ? Map.of() : Map.copyOf(swaps); // reservations that were stored before have none
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
        booked = booked == null ? List.of() : List.copyOf(booked);
    }

    /** One of which nothing was ever swapped. */
    public Reservation(String reservationId, String shop, String orderId, Buyer buyer, ReservationState state,
            int attempt, List<StockLine> lines, @Nullable Instant expiresAt, Map<String, List<StockLine>> shipments,
            @Nullable String reason, @Nullable Instant unsettledSince) {
        this(reservationId, shop, orderId, buyer, state, attempt, lines, expiresAt, shipments, reason, unsettledSince,
                Map.of(), List.of(), null, List.of());
    }

    /** The reservation of an order has an id that follows from the order's. */
    public static String idOf(String orderId) {
        return Ids.derived("reservation", orderId);
    }

    static Decision<Reservation> request(String shop, String orderId, Buyer buyer, List<StockLine> lines,
            @Nullable Instant expiresAt, @Nullable Instant keptUntil, Instant at) {
        return Decision.accept(new Reservation(idOf(orderId), shop, orderId, buyer, ReservationState.REQUESTED, 1,
                lines, expiresAt, Map.of(), null, at, Map.of(), List.of(), keptUntil, List.of()));
    }

    /** Whether it is over without any use, and nothing of it is left on the stocks. */
    boolean mayBeAskedAgain() {
        boolean lapsed = state == ReservationState.RELEASED && (EXPIRED.equals(reason) || LOST.equals(reason));
        return (state == ReservationState.REFUSED || lapsed) && unsettledSince == null;
    }

    /** Asks again after a refusal, or after it lapsed; whatever holds already is left as it is. */
    Decision<Reservation> request(List<StockLine> again, @Nullable Instant expiry, @Nullable Instant kept, Instant at) {
        return mayBeAskedAgain()
                ? Decision.accept(new Reservation(reservationId, shop, orderId, buyer,
                        state.to(ReservationState.REQUESTED), attempt + 1, again, expiry, Map.of(), null, at,
                        swaps, dropped, kept, List.of()))
                : Decision.unchanged(this);
    }

    Decision<Reservation> held(int ofAttempt, Instant at) {
        if (ofAttempt != attempt || state == ReservationState.REFUSED || state == ReservationState.RELEASED)
            return Decision.reject(Rejection.notNow("reservation-ended"));
        return state == ReservationState.REQUESTED
                ? Decision.accept(in(ReservationState.HELD, reason, at), new StockEvent.Reserved(shop, reservationId,
                        buyer, orderId, lines, expiresAt))
                : Decision.unchanged(this);
    }

    Decision<Reservation> refuse(int ofAttempt, Instant at) {
        return ofAttempt == attempt && state == ReservationState.REQUESTED
                ? Decision.accept(in(ReservationState.REFUSED, null, at))
                : Decision.unchanged(this);
    }

    /** Its order is there: nobody gives it up from now on. */
    Decision<Reservation> bind(Instant at) {
        return switch (state) {
            case HELD -> Decision.accept(in(ReservationState.BOUND, reason, attempt > 1 ? at : null));
            case BOUND, ALLOCATED, SHIPPED -> Decision.unchanged(this);
            case REQUESTED, REFUSED, RELEASED -> Decision.reject(Rejection.notNow("reservation-ended"));
        };
    }

    Decision<Reservation> allocate(Instant at) {
        return switch (state) {
            case BOUND -> Decision.accept(in(ReservationState.ALLOCATED, reason, at));
            case ALLOCATED, SHIPPED -> Decision.unchanged(this);
            case REQUESTED, REFUSED, HELD, RELEASED -> Decision.reject(Rejection.notNow("reservation-ended"));
        };
    }

    /** Gives back what has not shipped; published when the stocks have followed. */
    Decision<Reservation> release(String why, Instant at) {
        return state.canBecome(ReservationState.RELEASED)
                ? Decision.accept(in(ReservationState.RELEASED, why, at))
                : Decision.unchanged(this);
    }

    /** Units that it held in this attempt are not there: what else it holds goes back, and it may be asked for again. */
    Decision<Reservation> lose(String claim, Instant at) {
        if (!claim.equals(claim()) || !shipments.isEmpty())
            return Decision.unchanged(this);
        return switch (state) {
            case REQUESTED -> Decision.accept(in(ReservationState.REFUSED, null, at));
            case HELD, BOUND, ALLOCATED -> Decision.accept(in(ReservationState.RELEASED, LOST, at));
            case REFUSED, RELEASED, SHIPPED -> Decision.unchanged(this);
        };
    }

    /** Where each of its SKUs is taken from. */
    public Map<String, String> places() {
        var places = new LinkedHashMap<String, String>();
        lines.forEach(line -> places.putIfAbsent(line.sku(), line.warehouse()));
        return places;
    }

    /** Whether it takes a SKU from another warehouse than this: then units in a parcel would not tell whose they are. */
    boolean isElsewhere(String sku, String warehouse) {
        return lines.stream().anyMatch(line -> line.sku().equals(sku) && !line.warehouse().equals(warehouse));
    }

    /** Whether it was lost in the attempt that had this claim, and not asked for since. */
    public boolean hasLost(String claim) {
        return state == ReservationState.RELEASED && LOST.equals(reason) && claim.equals(claim());
    }

    /** @param isLast whether the order ships nothing after it, as when the rest of it was refunded */
    Decision<Reservation> ship(String parcelId, List<StockLine> parts, boolean isLast, Instant at) {
        if (shipments.containsKey(parcelId) || state != ReservationState.ALLOCATED)
            return Decision.unchanged(this);
        var all = new LinkedHashMap<>(shipments);
        all.put(parcelId, List.copyOf(parts));
        boolean complete = isLast || lines.stream().allMatch(line -> shipped(all, line) >= line.quantity());
        return Decision.accept(new Reservation(reservationId, shop, orderId, buyer,
                complete ? state.to(ReservationState.SHIPPED) : state, attempt, lines, expiresAt, all, reason, at,
                swaps, dropped, keptUntil, booked));
    }

    /** Its order ships nothing after these parcels; as long as one of them is not booked its units are not free. */
    Decision<Reservation> shipsNoMore(Collection<String> parcels, Instant at) {
        return state == ReservationState.ALLOCATED && !shipments.isEmpty() && shipments.keySet().containsAll(parcels)
                ? Decision.accept(in(ReservationState.SHIPPED, reason, at))
                : Decision.unchanged(this);
    }

    /**
     * Other goods in place of these, in the same warehouse; their claim is taken already. The stocks follow: what stays is
     * handed on to the name of the new attempt, what goes is free again. What has left is off the stocks before.
     */
    Decision<Reservation> swap(String swapId, String out, StockLine in, Instant at) {
        var decided = swaps.get(swapId);
        if (decided != null)
            return decided ? Decision.unchanged(this) : Decision.reject(Rejection.notNow("exchange-refused"));
        var old = lines.stream().filter(line -> line.sku().equals(out) && line.warehouse().equals(in.warehouse()))
                .findFirst();
        boolean isBooked = shipments.isEmpty() || unsettledSince == null;
        if (state != ReservationState.BOUND && state != ReservationState.ALLOCATED || !isBooked
                || old.isEmpty() || old.get().quantity() - shipped(shipments, old.get()) < in.quantity())
            return Decision.reject(Rejection.notNow("reservation-ended"));
        var next = swapped(old.get(), in);
        var gone = Stream.concat(dropped.stream(), Stream.of(old.get())).toList();
        var swapped = new Reservation(reservationId, shop, orderId, buyer, state, attempt + 1, next, expiresAt,
                shipments, reason, at, decided(swapId, true), gone, keptUntil, List.copyOf(shipments.keySet()));
        return Decision.accept(swapped, new StockEvent.Reserved(shop, reservationId, buyer, orderId, next, expiresAt));
    }

    private List<StockLine> swapped(StockLine out, StockLine in) {
        var units = new LinkedHashMap<StockLine, Integer>(); // per place, whose quantity in the key is of no matter
        for (var line : lines)
            units.merge(new StockLine(line.sku(), line.warehouse(), 0), line.quantity(), Integer::sum);
        units.merge(new StockLine(out.sku(), out.warehouse(), 0), -in.quantity(), Integer::sum);
        units.merge(new StockLine(in.sku(), in.warehouse(), 0), in.quantity(), Integer::sum);
        return units.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .map(entry -> new StockLine(entry.getKey().sku(), entry.getKey().warehouse(), entry.getValue()))
                .toList();
    }

    /** The other goods could not be claimed; whoever decides first is right. */
    Decision<Reservation> refuseSwap(String swapId) {
        return swaps.containsKey(swapId)
                ? Decision.unchanged(this)
                : Decision.accept(new Reservation(reservationId, shop, orderId, buyer, state, attempt, lines, expiresAt,
                        shipments, reason, unsettledSince, decided(swapId, false), dropped, keptUntil, booked));
    }

    private Map<String, Boolean> decided(String swapId, boolean done) {
        var all = new LinkedHashMap<>(swaps);
        all.put(swapId, done);
        return all;
    }

    /** The stocks have followed what this was; if it changed meanwhile, they have to follow again. */
    Decision<Reservation> settled(Reservation followed) {
        if (!equals(followed) || unsettledSince == null)
            return Decision.unchanged(this);
        var next = in(state, reason, null);
        return state == ReservationState.RELEASED
                ? Decision.accept(next, new StockEvent.Released(shop, reservationId, buyer, orderId, lines,
                        reason == null ? "cancelled" : reason))
                : Decision.accept(next);
    }

    /** Whether the stocks are following it; otherwise somebody is asking for it, or has died while asking. */
    boolean isSettling() {
        return state != ReservationState.REQUESTED && state != ReservationState.HELD;
    }

    /** When somebody else finishes what is half done; null when nothing is. */
    @Nullable
    Instant finishBy() {
        if (state == ReservationState.HELD && keptUntil != null)
            return keptUntil;
        return unsettledSince == null ? null : unsettledSince.plus(isSettling() ? SETTLE_AFTER : GIVE_UP_AFTER);
    }

    /** The name of this attempt on the stocks. */
    String claim() {
        return claim(attempt);
    }

    /** The name under which the goods of a swap are taken. */
    String swapClaim(String swapId) {
        return reservationId + "_" + swapId;
    }

    /** Whether a claim of this name was decided on. */
    boolean knows(String claim) {
        return claim.equals(claim()) || formerClaims().contains(claim);
    }

    /** Names of earlier attempts and of swaps; nothing may be left of them. */
    List<String> formerClaims() {
        return Stream
                .concat(IntStream.range(1, attempt).mapToObj(this::claim), swaps.keySet().stream().map(this::swapClaim))
                .toList();
    }

    /** Lines in the order in which stocks are taken: two orders never wait for each other. */
    Stream<StockLine> inKeyOrder() {
        return lines.stream().sorted(Comparator
                .comparing(line -> Stock.id(shop, line.warehouse(), line.sku())));
    }

    private String claim(int number) {
        return reservationId + "_" + number;
    }

    /** What has left since goods were last swapped: before, it was taken off under another name. */
    Map<String, List<StockLine>> toBook() {
        var later = new LinkedHashMap<>(shipments);
        booked.forEach(later::remove);
        return later;
    }

    /** Units of a line that were here when goods were last swapped. */
    int toKeep(StockLine line) {
        var before = new LinkedHashMap<>(shipments);
        before.keySet().retainAll(booked);
        return line.quantity() - shipped(before, line);
    }

    private static int shipped(Map<String, List<StockLine>> shipments, StockLine line) {
        return shipments.values().stream().flatMap(List::stream)
                .filter(part -> part.sku().equals(line.sku()) && part.warehouse().equals(line.warehouse()))
                .mapToInt(StockLine::quantity).sum();
    }

    private Reservation in(ReservationState next, @Nullable String why, @Nullable Instant unsettled) {
        return new Reservation(reservationId, shop, orderId, buyer, next == state ? state : state.to(next), attempt,
                lines, expiresAt, shipments, why, unsettled, swaps, dropped, keptUntil, booked);
    }
}
