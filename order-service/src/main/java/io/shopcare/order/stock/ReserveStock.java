package io.shopcare.order.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.stock.Warehouses.Choice;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.StockLine;
import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;
import io.shopcare.platform.store.Stored;

/**
 * Holds all stock of an order, or none of it. Twins of an order meet in the same reservation; one that loses a piece to
 * another buyer looks elsewhere before it gives up.
 */
@Component
public class ReserveStock {
    private static final int LOOKS = 3;
    private static final String LOST = "lost-to-another";

    private final AggregateStore<Reservation> reservations;
    private final AggregateStore<Stock> stocks;
    private final SettleReservation settle;
    private final Warehouses warehouses;
    private final Clock clock;

    public ReserveStock(AggregateStore<Reservation> reservations, AggregateStore<Stock> stocks,
            SettleReservation settle, StockLevels levels, Scattering scattering, Clock clock) {
        this.reservations = reservations;
        this.stocks = stocks;
        this.settle = settle;
        this.warehouses = new Warehouses(levels, scattering);
        this.clock = clock;
    }

    /**
     * @param demand    units per SKU
     * @param expiresAt until when it is held for an order that is not paid; null when it is
     * @param keptUntil while no order takes it, as for a cart; null for an order that is written at once
     * @param command   that a repeat is known by; null where the order knows it
     * @param from      the only warehouse that counts for a SKU; any does for those that are not in it
     */
    public record Request(String shop, String orderId, Buyer buyer, Map<String, Integer> demand,
            @Nullable Instant expiresAt, @Nullable Instant keptUntil, @Nullable CommandContext command,
            Map<String, String> from) {

        /** From any warehouse. */
        public Request(String shop, String orderId, Buyer buyer, Map<String, Integer> demand,
                @Nullable Instant expiresAt, @Nullable Instant keptUntil, @Nullable CommandContext command) {
            this(shop, orderId, buyer, demand, expiresAt, keptUntil, command, Map.of());
        }

        /** Each SKU from its warehouse alone, if one is named. */
        public Request from(Map<String, String> only) {
            return new Request(shop, orderId, buyer, demand, expiresAt, keptUntil, command, only);
        }

        /** For an order that is written at once. */
        public Request(String shop, String orderId, Buyer buyer, Map<String, Integer> demand,
                @Nullable Instant expiresAt) {
            this(shop, orderId, buyer, demand, expiresAt, null, null);
        }
    }

    /** The reservation, held; or {@code stock-short} with the figures. */
    public Outcome<Reservation> handle(Request request, Actor actor) {
        var outcome = look(request, actor);
        for (int look = 1; look < LOOKS && outcome instanceof Outcome.Rejected<Reservation>(var why)
                && why.code().equals(LOST); look++)
            outcome = look(request, actor);
        return outcome;
    }

    private Outcome<Reservation> look(Request request, Actor actor) {
        var found = underWay(request);
        if (found.isPresent())
            return reused(request).orElseGet(() -> take(found.get(), actor));
        return switch (warehouses.choose(request.shop(), new TreeMap<>(request.demand()), request.from())) {
            // what is short may be short because a twin of this very request has just taken it
            case Choice.Nowhere(var why) -> underWay(request).map(twins -> take(twins, actor))
                    .orElseGet(() -> new Outcome.Rejected<>(why));
            case Choice.From(var lines) -> take(request(request, lines, actor), actor);
        };
    }

    private Optional<Reservation> underWay(Request request) {
        var id = Reservation.idOf(request.orderId());
        var found = reservations.find(id).map(Stored::aggregate);
        if (found.isPresent() && found.get().unsettledSince() != null) {
            settle.handle(id); // what is left of an attempt that failed may lie in another warehouse than the next
            found = reservations.find(id).map(Stored::aggregate);
        }
        return found.filter(reservation -> !reservation.mayBeAskedAgain());
    }

    /** The key came before with something else. */
    private Optional<Outcome<Reservation>> reused(Request request) {
        var command = request.command();
        return command == null
                ? Optional.empty()
                : Optional.of(reservations.decide(Reservation.idOf(request.orderId()), command, Decision::unchanged))
                        .filter(Outcome.Rejected.class::isInstance);
    }

    private Reservation request(Request request, List<StockLine> lines, Actor actor) {
        var command = request.command();
        if (command != null && reservations.create(Reservation.idOf(request.orderId()), command,
                () -> Reservation.request(request.shop(), request.orderId(), request.buyer(), lines,
                        request.expiresAt(), request.keptUntil(),
                        clock.instant())) instanceof Outcome.Accepted<Reservation>(var stored, _, var repeated)
                && !repeated)
            return stored.aggregate();
        return reservations.decideOrCreate(Reservation.idOf(request.orderId()), by(actor, "request-stock"),
                () -> Reservation.request(request.shop(), request.orderId(), request.buyer(), lines,
                        request.expiresAt(), request.keptUntil(), clock.instant()),
                refused -> refused.request(lines, request.expiresAt(), request.keptUntil(), clock.instant()))
                .orThrow().stored()
                .aggregate();
    }

    /** Takes line by line in key order. The reservation decides whether that was all; claims of a loser go back. */
    private Outcome<Reservation> take(Reservation wanted, Actor actor) {
        boolean all = wanted.state() != ReservationState.REQUESTED || claimAll(wanted, actor);
        var decided = reservations.decide(wanted.reservationId(), by(actor, all ? "hold-stock" : "refuse-stock"),
                reservation -> all
                        ? reservation.held(wanted.attempt(), clock.instant())
                        : reservation.refuse(wanted.attempt(), clock.instant()));
        if (decided instanceof Outcome.Accepted<Reservation>(var stored, var answers, var repeated)
                && stored.aggregate().state().holds())
            return decided;
        giveBack(wanted, actor);
        return new Outcome.Rejected<>(Rejection.notNow(LOST));
    }

    private boolean claimAll(Reservation wanted, Actor actor) {
        return wanted.inKeyOrder().allMatch(line -> stocks.decide(
                Stock.id(wanted.shop(), line.warehouse(), line.sku()), by(actor, "reserve-stock"),
                stock -> stock.reserve(wanted.claim(), wanted.orderId(), line.quantity(), ActorRef.of(actor),
                        clock.instant())) instanceof Outcome.Accepted<Stock>);
    }

    private void giveBack(Reservation lost, Actor actor) {
        lost.inKeyOrder().forEach(line -> stocks.decide(Stock.id(lost.shop(), line.warehouse(), line.sku()),
                by(actor, "release-stock"),
                stock -> stock.release(lost.claim(), ActorRef.of(actor), clock.instant())));
        settle.handle(lost.reservationId());
    }

    private static CommandContext by(Actor actor, String name) {
        return new CommandContext(actor, name, null, null, null);
    }
}
