package io.shopcare.order.stock;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Stored;

/**
 * Swaps the goods of one line in an order's reservation, all of them or none: the new ones are claimed, then the
 * reservation decides, then the stocks follow. Killed anywhere, the same swap goes on; two at once hear the same.
 */
@Component
public class SwapStock {
    private static final ActorRef STOCK = ActorRef.system("stock");

    private final AggregateStore<Reservation> reservations;
    private final AggregateStore<Stock> stocks;
    private final SettleReservation settle;
    private final Clock clock;

    public SwapStock(AggregateStore<Reservation> reservations, AggregateStore<Stock> stocks,
            SettleReservation settle, Clock clock) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.settle = settle;
        this.clock = clock;
    }

    /** What is to become what; {@code swapId} is the same for every repeat. */
    public record Swap(String swapId, String out, String in, int units) {}

    /** Why it can't be; empty when it is done, or when nothing is held for the order that could be swapped. */
    public Optional<Rejection> handle(String orderId, Swap swap) {
        var id = Reservation.idOf(orderId);
        reservations.decide(id, CommandContext.bySystem("bind-reservation"), there -> there.bind(clock.instant()));
        if (reservations.find(id).filter(there -> !there.aggregate().shipments().isEmpty()).isPresent())
            settle.handle(id); // what has left is taken off under the present name
        var found = reservations.find(id).map(Stored::aggregate);
        if (found.isEmpty())
            return Optional.empty();
        var reservation = found.get();
        if (!reservation.state().holds()) {
            giveBack(reservation, swap);
            return Optional.empty();
        }
        var place = reservation.lines().stream().filter(line -> line.sku().equals(swap.out())).findFirst()
                .or(() -> reservation.dropped().stream().filter(line -> line.sku().equals(swap.out())).findFirst());
        if (place.isEmpty())
            return Optional.of(Rejection.notNow("reservation-ended"));
        var stockId = Stock.id(reservation.shop(), place.get().warehouse(), swap.in());
        var claim = reservation.swapClaim(swap.swapId());
        boolean isElsewhere = reservation.isElsewhere(swap.in(), place.get().warehouse());
        boolean taken = reservation.swaps().containsKey(swap.swapId())
                || !isElsewhere && claim(stockId, claim, orderId, swap);
        var decided = reservations.decide(id, CommandContext.bySystem("swap-stock"), there -> taken
                ? there.swap(swap.swapId(), swap.out(), new StockLine(swap.in(), place.get().warehouse(),
                        swap.units()), clock.instant())
                : there.refuseSwap(swap.swapId()));
        settle.handle(id);
        stocks.decide(stockId, CommandContext.bySystem("release-stock"),
                stock -> stock.release(claim, STOCK, clock.instant())); // by now it is adopted, or not needed
        return decided instanceof Outcome.Rejected<Reservation>(var why)
                ? Optional.of(why)
                : refusal(id, stockId, swap, isElsewhere);
    }

    /** What was claimed before a kill, and is needed no more: the order ended meanwhile. */
    private void giveBack(Reservation over, Swap swap) {
        Stream.concat(over.lines().stream(), over.dropped().stream()).map(StockLine::warehouse).distinct().sorted()
                .forEach(warehouse -> stocks.decide(Stock.id(over.shop(), warehouse, swap.in()),
                        CommandContext.bySystem("release-stock"),
                        stock -> stock.release(over.swapClaim(swap.swapId()), STOCK, clock.instant())));
    }

    private boolean claim(String stockId, String claim, String orderId, Swap swap) {
        return stocks.decide(stockId, CommandContext.bySystem("reserve-stock"), stock -> stock.reserve(claim, orderId,
                swap.units(), STOCK, clock.instant())) instanceof Outcome.Accepted<Stock>;
    }

    private Optional<Rejection> refusal(String id, String stockId, Swap swap, boolean isElsewhere) {
        boolean done = reservations.find(id).map(Stored::aggregate).map(Reservation::swaps)
                .filter(swaps -> Boolean.TRUE.equals(swaps.get(swap.swapId()))).isPresent();
        if (done)
            return Optional.empty();
        int available = stocks.find(stockId).map(stock -> stock.aggregate().figures().available()).orElse(0);
        return isElsewhere
                ? Optional.of(Rejection.notNow("stock-scattered"))
                : Optional.of(Rejection.notNow("stock-short",
                        Map.of("sku", swap.in(), "wanted", swap.units(), "available", available)));
    }
}
