package io.shopcare.order.stock;

import java.time.Duration;
import java.time.Instant;
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
 * @param reason    of the release: expired, cancelled, reduced, swapped; null before
 */
public record Reservation(String reservationId, String shop, String orderId, Buyer buyer, ReservationState state,
        int attempt, List<StockLine> lines, @Nullable Instant expiresAt, Map<String, List<StockLine>> shipments,
        @Nullable String reason, @Nullable Instant unsettledSince) {

    static final String EXPIRED = "expired";
    static final Duration SETTLE_AFTER = Duration.ofSeconds(10);
    static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);

    public Reservation {
        lines = List.copyOf(lines);
        shipments = Map.copyOf(shipments);
    }

    /** The reservation of an order has an id that follows from the order's. */
    public static String idOf(String orderId) {
        return Ids.derived("reservation", orderId);
    }

    static Decision<Reservation> request(String shop, String orderId, Buyer buyer, List<StockLine> lines,
            @Nullable Instant expiresAt, Instant at) {
        return Decision.accept(new Reservation(idOf(orderId), shop, orderId, buyer, ReservationState.REQUESTED, 1,
                lines, expiresAt, Map.of(), null, at));
    }

    /** Whether it is over without any use, and nothing of it is left on the stocks. */
    boolean mayBeAskedAgain() {
        boolean lapsed = state == ReservationState.RELEASED && EXPIRED.equals(reason);
        return (state == ReservationState.REFUSED || lapsed) && unsettledSince == null;
    }

    /** Asks again after a refusal, or after it lapsed; whatever holds already is left as it is. */
    Decision<Reservation> request(List<StockLine> again, @Nullable Instant expiry, Instant at) {
        return mayBeAskedAgain()
                ? Decision.accept(new Reservation(reservationId, shop, orderId, buyer,
                        state.to(ReservationState.REQUESTED), attempt + 1, again, expiry, Map.of(), null, at))
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

    /** @param isLast whether the order ships nothing after it, as when the rest of it was refunded */
    Decision<Reservation> ship(String parcelId, List<StockLine> parts, boolean isLast, Instant at) {
        if (shipments.containsKey(parcelId) || state != ReservationState.ALLOCATED)
            return Decision.unchanged(this);
        var all = new LinkedHashMap<>(shipments);
        all.put(parcelId, List.copyOf(parts));
        boolean complete = isLast || lines.stream().allMatch(line -> shipped(all, line) >= line.quantity());
        return Decision.accept(new Reservation(reservationId, shop, orderId, buyer,
                complete ? state.to(ReservationState.SHIPPED) : state, attempt, lines, expiresAt, all, reason, at));
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
        return unsettledSince == null ? null : unsettledSince.plus(isSettling() ? SETTLE_AFTER : GIVE_UP_AFTER);
    }

    /** The name of this attempt on the stocks. */
    String claim() {
        return claim(attempt);
    }

    /** Names of the attempts that failed; nothing may be left of them. */
    List<String> formerClaims() {
        return IntStream.range(1, attempt).mapToObj(this::claim).toList();
    }

    /** Lines in the order in which stocks are taken: two orders never wait for each other. */
    Stream<StockLine> inKeyOrder() {
        return lines.stream().sorted(Comparator
                .comparing(line -> Stock.id(shop, line.warehouse(), line.sku())));
    }

    private String claim(int number) {
        return reservationId + "_" + number;
    }

    private static int shipped(Map<String, List<StockLine>> shipments, StockLine line) {
        return shipments.values().stream().flatMap(List::stream)
                .filter(part -> part.sku().equals(line.sku()) && part.warehouse().equals(line.warehouse()))
                .mapToInt(StockLine::quantity).sum();
    }

    private Reservation in(ReservationState next, @Nullable String why, @Nullable Instant unsettled) {
        return new Reservation(reservationId, shop, orderId, buyer, next == state ? state : state.to(next), attempt,
                lines, expiresAt, shipments, why, unsettled);
    }
}
