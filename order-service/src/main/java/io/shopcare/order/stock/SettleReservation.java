package io.shopcare.order.stock;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Stored;

/**
 * Lets the stocks follow what a reservation decided. Every step may be repeated: a claim is taken, promised, shipped and
 * given back once.
 */
@Component
public class SettleReservation {
    private static final ActorRef STOCK = ActorRef.system("stock");

    private final AggregateStore<Reservation> reservations;
    private final AggregateStore<Stock> stocks;
    private final Clock clock;

    public SettleReservation(AggregateStore<Reservation> reservations, AggregateStore<Stock> stocks, Clock clock) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.clock = clock;
    }

    /** Does what is left to do; nothing when all stocks have followed. */
    public void handle(String reservationId) {
        reservations.find(reservationId).map(Stored::aggregate).ifPresent(this::follow);
    }

    /** The same for one that was just decided on. */
    void handle(String reservationId, Outcome<Reservation> decided) {
        if (decided instanceof Outcome.Accepted<Reservation>(var stored, _, _))
            follow(stored.aggregate());
        else
            handle(reservationId);
    }

    private void follow(Reservation reservation) {
        if (reservation.unsettledSince() == null)
            return;
        switch (reservation.state()) {
            case REQUESTED, HELD -> {
                return; // whoever asks for it goes on; its deadline ends it when nobody does
            }
            case REFUSED, RELEASED -> release(reservation, reservation.claim());
            case BOUND -> adopt(reservation);
            case ALLOCATED, SHIPPED -> {
                adopt(reservation);
                each(reservation, reservation.lines(), line -> stock -> stock.allocate(reservation.claim(), STOCK,
                        clock.instant()));
                reservation.toBook().forEach((parcelId, parts) -> each(reservation, parts,
                        part -> stock -> stock.ship(reservation.claim(), parcelId, part.quantity(), STOCK,
                                clock.instant())));
                if (reservation.state() == ReservationState.SHIPPED)
                    release(reservation, reservation.claim()); // what was refunded before it could ship
            }
        }
        reservation.formerClaims().forEach(claim -> {
            release(reservation, claim);
            each(reservation, reservation.dropped(), line -> stock -> stock.release(claim, STOCK, clock.instant()));
        });
        reservations.decide(reservation.reservationId(), CommandContext.bySystem("settle-reservation"),
                now -> now.settled(reservation));
    }

    /** After a swap: what earlier attempts hold of its lines is handed on to its present name. */
    private void adopt(Reservation reservation) {
        if (reservation.dropped().isEmpty())
            return;
        if (reservation.state() != ReservationState.BOUND)
            for (var former : reservation.formerClaims())
                each(reservation, reservation.lines(), line -> stock -> stock.allocate(former, STOCK, clock.instant()));
        each(reservation, reservation.lines(), line -> stock -> stock.adopt(reservation.formerClaims(),
                reservation.claim(), reservation.toKeep(line), STOCK, clock.instant()));
    }

    private void release(Reservation reservation, String claim) {
        each(reservation, reservation.lines(), line -> stock -> stock.release(claim, STOCK, clock.instant()));
    }

    private void each(Reservation reservation, List<StockLine> lines,
            Function<StockLine, Function<Stock, Decision<Stock>>> step) {
        lines.forEach(line -> stocks.decide(Stock.id(reservation.shop(), line.warehouse(), line.sku()),
                CommandContext.bySystem("settle-stock"), step.apply(line)));
    }
}
