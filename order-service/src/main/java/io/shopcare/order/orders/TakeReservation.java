package io.shopcare.order.orders;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import io.shopcare.order.stock.Reservation;
import io.shopcare.order.stock.ReservationState;
import io.shopcare.order.stock.Reservations;
import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.store.Rejection;

/** An order takes over what was held for a cart: it is the order that the reservation was made for, under its id. */
@Component
public class TakeReservation {
    private final Reservations reservations;

    public TakeReservation(Reservations reservations) {
        this.reservations = reservations;
    }

    /** The order that it was made for; empty when it is not this buyer's. */
    Optional<String> orderOf(String reservationId, Buyer buyer) {
        return reservations.find(reservationId)
                .filter(held -> held.buyer().equals(buyer)).map(Reservation::orderId);
    }

    /** Whether stock is held, or being held, for this order already. */
    boolean isHeld(String orderId) {
        return reservations.of(orderId).map(Reservation::state)
                .filter(state -> state.holds() || state == ReservationState.REQUESTED).isPresent();
    }

    /** Why it can't be taken for this demand; empty when it can. One that ran out is asked for again. */
    Optional<Rejection> objection(String orderId, Map<String, Integer> demand) {
        var reservation = reservations.of(orderId).orElseThrow();
        var held = new TreeMap<String, Integer>();
        reservation.lines().forEach(line -> held.merge(line.sku(), line.quantity(), Integer::sum));
        if (!held.equals(new TreeMap<>(demand)))
            return Optional.of(Rejection.rule("reservation-differs"));
        boolean isLetGo = reservation.state() == ReservationState.RELEASED
                && !Reservation.EXPIRED.equals(reservation.reason());
        return isLetGo ? Optional.of(Rejection.notNow("reservation-ended")) : Optional.empty();
    }
}
