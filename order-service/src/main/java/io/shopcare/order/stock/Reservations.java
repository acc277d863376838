package io.shopcare.order.stock;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Stored;

/** What becomes of reservations after they are held: each step decides first, then the stocks follow. */
@Component
public class Reservations {
    private final AggregateStore<Reservation> reservations;
    private final SettleReservation settle;
    private final Clock clock;

    public Reservations(AggregateStore<Reservation> reservations, SettleReservation settle, Clock clock) {
        this.reservations = reservations;
        this.settle = settle;
        this.clock = clock;
    }

    /** The reservation of an order, if one was ever asked for. */
    public Optional<Reservation> of(String orderId) {
        return reservations.find(Reservation.idOf(orderId)).map(Stored::aggregate);
    }

    /** One by its own id. */
    public Optional<Reservation> find(String reservationId) {
        return reservations.find(reservationId).map(Stored::aggregate);
    }

    /** The buyer does not want it any more; an order that has taken it keeps it. */
    public Outcome<Reservation> letGo(Reservation seen, CommandContext context) {
        var outcome = reservations.decide(seen.reservationId(), context,
                reservation -> switch (reservation.state()) {
                    case HELD, RELEASED -> reservation.release("cancelled", clock.instant());
                    case REQUESTED, REFUSED, BOUND, ALLOCATED, SHIPPED ->
                        Decision.reject(Rejection.notNow("reservation-taken"));
                });
        settle.handle(seen.reservationId(), outcome);
        return outcome;
    }

    /** The order is there; refused when the stock was given away meanwhile. */
    public Outcome<Reservation> bind(String orderId) {
        return step(orderId, "bind-reservation", reservation -> reservation.bind(clock.instant()));
    }

    /** The order is approved. */
    public Outcome<Reservation> allocate(String orderId) {
        return step(orderId, "allocate-reservation", reservation -> reservation.allocate(clock.instant()));
    }

    /** The order is off: {@code expired} or {@code cancelled}. */
    public Outcome<Reservation> release(String orderId, String reason) {
        return step(orderId, "release-reservation", reservation -> reservation.release(reason, clock.instant()));
    }

    /** Units that it held under this claim are not there. */
    public Outcome<Reservation> lose(String orderId, String claim) {
        return step(orderId, "lose-reservation", reservation -> reservation.lose(claim, clock.instant()));
    }

    /** A parcel left with these units per SKU; after the last one nothing stays held. */
    public Outcome<Reservation> ship(String orderId, String parcelId, Map<String, Integer> units, boolean isLast) {
        return step(orderId, "ship-reservation",
                reservation -> reservation.ship(parcelId, from(reservation, units), isLast, clock.instant()));
    }

    /** The order is there, and nothing of it is wanted any more: all was refunded before it could ship. */
    public Outcome<Reservation> releaseUnwanted(String orderId) {
        bind(orderId); // else the order would be taken for one whose stock was given away while it was placed
        return release(orderId, "reduced");
    }

    /** The rest was refunded after these parcels left: once all of them are booked, nothing stays held. */
    public Outcome<Reservation> shipsNoMore(String orderId, Collection<String> parcels) {
        return step(orderId, "end-reservation", reservation -> reservation.shipsNoMore(parcels, clock.instant()));
    }

    private Outcome<Reservation> step(String orderId, String name,
            Function<Reservation, Decision<Reservation>> question) {
        var id = Reservation.idOf(orderId);
        var outcome = reservations.decide(id, CommandContext.bySystem(name), question);
        settle.handle(id, outcome);
        return outcome;
    }

    private static List<StockLine> from(Reservation reservation, Map<String, Integer> units) {
        return reservation.inKeyOrder()
                .map(line -> new StockLine(line.sku(), line.warehouse(), units.getOrDefault(line.sku(), 0)))
                .filter(line -> line.quantity() > 0).toList();
    }
}
