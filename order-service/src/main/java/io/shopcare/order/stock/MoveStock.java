package io.shopcare.order.stock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/** Goods come in, are found damaged, are counted. */
@Component
public class MoveStock {
    private final AggregateStore<Stock> stocks;
    private final Catalogue catalogue;
    private final Clock clock;

    public MoveStock(AggregateStore<Stock> stocks, Catalogue catalogue, Clock clock) {
        this.stocks = stocks;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What was done by hand. */
    public enum Cause {
        /** So many came in. */
        RECEIVED,
        /** So many of the sellable ones are damaged. */
        DAMAGED,
        /** So many that lay apart may be sold after all. */
        RESTORED,
        /** So many sellable ones are there, by count. */
        COUNTED
    }

    /** A movement by a person. */
    public record Command(String shop, String sku, String warehouse, int quantity, Cause cause,
            @Nullable String note) {}

    /** Carries it out; the first one in a warehouse lists the SKU there. */
    public Outcome<Stock> handle(Command command, CommandContext context) {
        return handle(command, List.of(), context);
    }

    /** @param losers orders that lose what they were promised where it is not there, the first first */
    Outcome<Stock> handle(Command command, List<String> losers, CommandContext context) {
        return inStock(command.shop(), command.sku(), command.warehouse(), context,
                stock -> moved(stock, command, losers, ActorRef.of(context.actor())));
    }

    /** The second leg of a transfer. */
    Outcome<Stock> takeIn(Transfer transfer, CommandContext context) {
        return inStock(transfer.shop(), transfer.sku(), transfer.to(), context,
                stock -> stock.takeFrom(transfer, clock.instant()));
    }

    private Outcome<Stock> inStock(String shop, String sku, String warehouse, CommandContext context,
            Function<Stock, Decision<Stock>> movement) {
        var known = catalogue.find(shop, sku);
        if (known.isEmpty())
            return new Outcome.Rejected<>(Rejection.rule("sku-unknown", Map.of("sku", sku)));
        return stocks.decideOrCreate(Stock.id(shop, warehouse, sku), context,
                () -> listedAnd(Stock.empty(shop, sku, warehouse), known.get(), movement),
                stock -> listedAnd(stock, known.get(), movement));
    }

    private Decision<Stock> moved(Stock stock, Command command, List<String> losers, ActorRef by) {
        return switch (command.cause()) {
            case RECEIVED -> stock.receive(command.quantity(), command.note(), by, clock.instant());
            case DAMAGED -> stock.damage(command.quantity(), losers, command.note(), by, clock.instant());
            case RESTORED -> stock.restore(command.quantity(), command.note(), by, clock.instant());
            case COUNTED -> stock.count(command.quantity(), losers, command.note(), by, clock.instant());
        };
    }

    static Decision<Stock> listedAnd(Stock stock, Sku sku,
            Function<Stock, Decision<Stock>> movement) {
        var listed = listed(stock, sku);
        return switch (movement.apply(listed.aggregate())) {
            case Decision.Rejected<Stock> rejected -> rejected;
            case Decision.Accepted<Stock> moved -> {
                var events = new ArrayList<>(listed.events());
                events.addAll(moved.events());
                yield new Decision.Accepted<>(moved.aggregate(), events, moved.riders(), moved.answers());
            }
        };
    }

    static Decision.Accepted<Stock> listed(Stock stock, Sku sku) {
        return stock.listed(sku.snapshot(), sku.page().price(), sku.page().grams(),
                sku.selling().code());
    }
}
