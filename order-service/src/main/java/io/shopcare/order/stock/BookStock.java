package io.shopcare.order.stock;

import java.util.TreeSet;

import org.springframework.stereotype.Component;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Outcome;

/**
 * Books what the store keeper found. What is damaged or was not counted is not there, whoever it was promised to: orders of which
 * nothing is printed lose it (O9), and hear of it by {@code stock.lost.v1}. Only where printed ones would have to is it refused.
 */
@Component
public class BookStock {
    private final MoveStock move;
    private final AggregateStore<Stock> stocks;
    private final PromisedOrders promised;

    public BookStock(MoveStock move, AggregateStore<Stock> stocks, PromisedOrders promised) {
        this.move = move;
        this.stocks = stocks;
        this.promised = promised;
    }

    /** Carries it out, or says why not. */
    public Outcome<Stock> handle(MoveStock.Command command, CommandContext context) {
        var booked = move.handle(command, context);
        var stock = stocks.find(Stock.id(command.shop(), command.warehouse(), command.sku()));
        if (booked instanceof Outcome.Accepted<Stock> || command.cause() == MoveStock.Cause.RECEIVED
                || stock.isEmpty())
            return booked;
        var orders = new TreeSet<String>();
        stock.get().aggregate().claims().values().forEach(claim -> orders.add(claim.orderId()));
        return orders.isEmpty() ? booked : move.handle(command, promised.firstToLose(orders), context);
    }
}
