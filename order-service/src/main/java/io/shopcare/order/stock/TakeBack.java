package io.shopcare.order.stock;

import java.time.Clock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;

/**
 * Goods that came back are in stock again, each return once for life: however often it is told, after however many others.
 * What the catalogue does not know is taken back too, since it lies there; it is listed when the catalogue knows it.
 */
@Component
public class TakeBack {
    private final AggregateStore<Stock> stocks;
    private final Catalogue catalogue;
    private final KnownReturns known;
    private final Clock clock;

    public TakeBack(AggregateStore<Stock> stocks, Catalogue catalogue, KnownReturns known, Clock clock) {
        this.stocks = stocks;
        this.catalogue = catalogue;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Units of an article that came back together.
     *
     * @param returnId the same however often it is told
     * @param caseId   by which they came back; null for a parcel that did not reach the buyer
     * @param parcelId that came back as it had left; null for a case's
     * @param sellable whether they are as new; apart from what is sold otherwise
     */
    public record Return(String returnId, String shop, String sku, String warehouse, @Nullable String caseId,
            @Nullable String parcelId, String orderId, int units, boolean sellable) {}

    /** Books it, or finds that it is booked. */
    public Outcome<Stock> handle(Return back, CommandContext context) {
        var stockId = Stock.id(back.shop(), back.warehouse(), back.sku());
        var by = ActorRef.of(context.actor());
        Function<Stock, Decision<Stock>> booking = stock -> stock.takeBack(back, by, clock.instant());
        Function<Stock, Decision<Stock>> decision = stock -> known.isBooked(stockId, back.returnId())
                ? Decision.unchanged(stock)
                : catalogue.find(back.shop(), back.sku()).map(sku -> MoveStock.listedAnd(stock, sku, booking))
                        .orElseGet(() -> booking.apply(stock));
        return stocks.decideOrCreate(stockId, context,
                () -> decision.apply(Stock.empty(back.shop(), back.sku(), back.warehouse())), decision);
    }
}
