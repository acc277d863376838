package io.shopcare.order.stock;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Moves units from one warehouse to another, both legs or none. Every step may be repeated. */
@Component
public class MoveBetween {
    private static final CommandContext CONTEXT = CommandContext.bySystem("transfer-stock");

    private final AggregateStore<Transfer> transfers;
    private final AggregateStore<Stock> stocks;
    private final MoveStock move;
    private final Catalogue catalogue;
    private final Clock clock;

    public MoveBetween(AggregateStore<Transfer> transfers, AggregateStore<Stock> stocks, MoveStock move,
            Catalogue catalogue, Clock clock) {
        this.transfers = transfers;
        this.stocks = stocks;
        this.move = move;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What is to go where. */
    public record Command(String shop, String sku, String from, String to, int quantity, @Nullable String note) {}

    /** The transfer, arrived; or {@code stock-short} with the figures. */
    public Outcome<Transfer> handle(Command command, CommandContext context) {
        if (command.from().equals(command.to()))
            return new Outcome.Rejected<>(Rejection.rule("same-warehouse"));
        if (catalogue.find(command.shop(), command.sku()).isEmpty())
            return new Outcome.Rejected<>(Rejection.rule("sku-unknown", Map.of("sku", command.sku())));
        if (stocks.find(Stock.id(command.shop(), command.from(), command.sku())).isEmpty())
            return tooFew(command);
        var transferId = context.newId();
        var asked = transfers.create(transferId, context, () -> Transfer.ask(transferId, command,
                ActorRef.of(context.actor()), clock.instant()));
        if (asked instanceof Outcome.Rejected<Transfer>)
            return asked;
        finish(transferId);
        var now = transfers.find(transferId).orElseThrow();
        return now.aggregate().state() == TransferState.REFUSED
                ? tooFew(command)
                : transfers.decide(transferId, context, Decision::unchanged);
    }

    private static Outcome<Transfer> tooFew(Command command) {
        return new Outcome.Rejected<>(Rejection.notNow("transfer-short",
                Map.of("sku", command.sku(), "warehouse", command.from(), "wanted", command.quantity())));
    }

    /** Goes on where it stopped. */
    public void finish(String transferId) {
        var transfer = transfers.find(transferId).orElseThrow().aggregate();
        if (transfer.state() == TransferState.ASKED)
            transfer = leave(transfer);
        if (transfer.state() == TransferState.LEFT)
            arrive(transfer);
    }

    private Transfer leave(Transfer transfer) {
        var left = stocks.decide(Stock.id(transfer.shop(), transfer.from(), transfer.sku()), CONTEXT,
                stock -> stock.sendTo(transfer, clock.instant()));
        boolean isGone = left.orThrow().stored().aggregate().hasBooked(transfer);
        return to(transfer, isGone ? TransferState.LEFT : TransferState.REFUSED);
    }

    private void arrive(Transfer transfer) {
        move.takeIn(transfer, CONTEXT).orThrow();
        to(transfer, TransferState.ARRIVED);
    }

    private Transfer to(Transfer transfer, TransferState next) {
        return transfers.decide(transfer.transferId(), CONTEXT, each -> each.to(next, clock.instant()))
                .orThrow().stored().aggregate();
    }
}
