package io.shopcare.order.stock;

import java.time.Clock;
import java.time.Duration;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;

/**
 * Finishes what a crash left: lets stocks follow, binds reservations whose order was written, gives back those whose
 * order never was. Two sweeps at once do no harm.
 */
@Component
public class SweepReservations {
    static final Duration SETTLE_AFTER = Duration.ofSeconds(10);
    static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);
    private static final int AT_ONCE = 200;

    private final UnsettledReservations unsettled;
    private final AggregateStore<Reservation> reservations;
    private final SettleReservation settle;
    private final Purpose orders;
    private final Clock clock;

    SweepReservations(UnsettledReservations unsettled, AggregateStore<Reservation> reservations,
            SettleReservation settle, Purpose orders, Clock clock) {
        this.unsettled = unsettled;
        this.reservations = reservations;
        this.settle = settle;
        this.orders = orders;
        this.clock = clock;
    }

    /** One round. */
    @Scheduled(fixedDelayString = "${shopcare.order.stock.sweep-every:30s}")
    public void run() {
        var now = clock.instant();
        for (var reservation : unsettled.before(now.minus(SETTLE_AFTER), AT_ONCE)) {
            if (!isSettling(reservation)) {
                var since = reservation.unsettledSince();
                if (since == null || since.isAfter(now.minus(GIVE_UP_AFTER)))
                    continue;
                giveUp(reservation);
            }
            settle.handle(reservation.reservationId());
        }
    }

    private static boolean isSettling(Reservation reservation) {
        return reservation.state() != ReservationState.REQUESTED && reservation.state() != ReservationState.HELD;
    }

    private void giveUp(Reservation abandoned) {
        var now = clock.instant();
        boolean used = orders.exists(abandoned.orderId());
        reservations.decide(abandoned.reservationId(), CommandContext.bySystem("sweep-reservations"),
                reservation -> switch (reservation.state()) {
                    case REQUESTED -> reservation.refuse(reservation.attempt(), now);
                    case HELD -> used ? reservation.bind(now) : reservation.release("expired", now);
                    case REFUSED, BOUND, ALLOCATED, RELEASED, SHIPPED ->
                        Decision.unchanged(reservation);
                });
    }
}
