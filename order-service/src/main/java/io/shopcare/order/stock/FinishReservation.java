package io.shopcare.order.stock;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Stored;

/**
 * Finishes what a crash left: lets stocks follow, binds a reservation whose order was written, gives back one whose order
 * never was. Two at once do no harm.
 */
@Component
public class FinishReservation {
    private final AggregateStore<Reservation> reservations;
    private final SettleReservation settle;
    private final Purpose orders;
    private final Clock clock;

    public FinishReservation(AggregateStore<Reservation> reservations, SettleReservation settle, Purpose orders,
            Clock clock) {
        this.reservations = reservations;
        this.settle = settle;
        this.orders = orders;
        this.clock = clock;
    }

    /** Does what is left to do once its time has come. */
    public void handle(String reservationId, Instant now) {
        var found = reservations.find(reservationId).map(Stored::aggregate);
        if (found.isEmpty() || !isDue(found.get(), now))
            return;
        if (!found.get().isSettling())
            giveUp(found.get());
        settle.handle(reservationId);
    }

    private static boolean isDue(Reservation reservation, Instant now) {
        var due = reservation.finishBy();
        return due != null && !due.isAfter(now);
    }

    private void giveUp(Reservation abandoned) {
        var now = clock.instant();
        boolean used = orders.exists(abandoned.orderId());
        reservations.decide(abandoned.reservationId(), CommandContext.bySystem("give-up-reservation"),
                reservation -> switch (reservation.state()) {
                    case REQUESTED -> reservation.refuse(reservation.attempt(), now);
                    case HELD -> used ? reservation.bind(now) : reservation.release(Reservation.EXPIRED, now);
                    case REFUSED, BOUND, ALLOCATED, RELEASED, SHIPPED ->
                        Decision.unchanged(reservation);
                });
    }
}
