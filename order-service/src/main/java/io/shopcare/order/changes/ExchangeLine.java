package io.shopcare.order.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.shopcare.order.catalogue.Catalogue;
import io.shopcare.order.catalogue.Sku;
import io.shopcare.order.offers.Basket;
import io.shopcare.order.orders.Exchange;
import io.shopcare.order.orders.ExchangeState;
import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.orders.PriceGoods;
import io.shopcare.order.stock.SwapStock;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Outcome;
import io.shopcare.platform.store.Rejection;

/**
 * Exchanges a line of a paid order for another article at today's price. The order remembers that it was asked for, then
 * the stock is swapped, then the line changes; a deadline of the order finishes what a crash left.
 */
@Component
public class ExchangeLine {
    private final AggregateStore<Order> orders;
    private final Catalogue catalogue;
    private final PriceGoods prices;
    private final SwapStock stock;
    private final ChangeSettings settings;
    private final Clock clock;

    public ExchangeLine(AggregateStore<Order> orders, Catalogue catalogue, PriceGoods prices, SwapStock stock,
            ChangeSettings settings,
            Clock clock) {
        this.orders = orders;
        this.catalogue = catalogue;
        this.prices = prices;
        this.stock = stock;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The order with the new line; or why not, and then all is as it was.
     *
     * @param from what the line was when its author looked; null: as it was seen here
     */
    public Outcome<Order> handle(Order seen, String lineId, @Nullable String from, String sku, String reason,
            CommandContext context) {
        var found = catalogue.find(seen.shop(), sku);
        if (found.isEmpty())
            return new Outcome.Rejected<>(Rejection.rule("sku-unknown", Map.of("sku", sku)));
        if (!found.get().onSale())
            return new Outcome.Rejected<>(Rejection.rule("sku-off-sale", Map.of("sku", sku)));
        var country = seen.sale().address().country();
        if (!found.get().soldIn(country))
            return new Outcome.Rejected<>(Rejection.rule("not-sold-there", Map.of("sku", sku, "country", country)));
        var line = seen.lines().stream().filter(each -> each.lineId().equals(lineId)).findFirst();
        if (line.isEmpty())
            return new Outcome.Rejected<>(Rejection.rule("line-unknown", Map.of("line", lineId)));
        var exchangeId = context.newId();
        var asked = orders.decide(seen.orderId(), context,
                order -> order.askExchange(exchange(order, exchangeId, line.get(), found.get(), reason, context)
                        .of(from == null ? line.get().sku() : from)));
        if (asked instanceof Outcome.Rejected<Order>)
            return asked;
        finish(seen.orderId());
        var now = orders.decide(seen.orderId(), CommandContext.bySystem("exchanged"), Decision::unchanged);
        return now.orThrow().stored().aggregate().exchanges().stream()
                .filter(each -> each.exchangeId().equals(exchangeId)).map(Exchange::refusal).filter(Objects::nonNull)
                .findFirst().<Outcome<Order>>map(Outcome.Rejected::new).orElse(now);
    }

    private Exchange exchange(Order order, String exchangeId, OrderLine line, Sku to, String reason,
            CommandContext context) {
        var now = clock.instant();
        var page = to.page();
        var worth = prices.worth(order, line, new Basket.Item(line.lineId(), to.sku(), page.productId(),
                page.category(), page.price(), line.toShip()));
        return Exchange.asked(exchangeId, line, to.sku(), to.snapshot(), page.grams(), page.price(), worth,
                ActorRef.of(context.actor()), now, reason, now.plus(settings.payDifferenceWithin()));
    }

    /** What the deadline does: whoever asked may have died. */
    void finish(String orderId, Instant now) {
        finish(orderId);
    }

    private void finish(String orderId) {
        var asked = orders.find(orderId).flatMap(order -> order.aggregate().exchanges().stream()
                .filter(exchange -> exchange.state() == ExchangeState.ASKED).findFirst());
        if (asked.isEmpty())
            return;
        var exchange = asked.get();
        var swap = new SwapStock.Swap(exchange.exchangeId(), exchange.fromSku(), exchange.toSku(), exchange.units());
        var refusal = stock.handle(orderId, swap);
        orders.decide(orderId, CommandContext.bySystem("exchange-line"), order -> refusal.isEmpty()
                ? order.exchanged(exchange.exchangeId(), clock.instant())
                : order.exchangeRefused(exchange.exchangeId(), refusal.get()));
        if (refusal.isEmpty())
            stock.handle(orderId, swap); // the audit may have held the old goods of an imported order meanwhile
    }
}
