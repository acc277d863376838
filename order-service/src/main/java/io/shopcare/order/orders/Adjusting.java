package io.shopcare.order.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Lowers the price of an order before it is paid: split to the last unit, never to nothing (O3). */
final class Adjusting {
    private Adjusting() {}

    static Decision<Order> adjust(Order order, PriceAdjustment adjustment) {
        if (order.sale().discounts().stream().anyMatch(known -> adjustment.adjustmentId().equals(known.reference())))
            return Decision.unchanged(order);
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (!order.payment().received().isEmpty())
            return Decision.reject(Rejection.notNow(order.payment().isPaid() ? "already-paid" : "money-has-come"));
        var currency = order.sale().currency();
        if (!adjustment.goodsOff().currency().equals(currency) || !adjustment.freightOff().currency().equals(currency))
            return Decision.reject(Rejection.rule("wrong-currency", Map.of("currency", currency)));
        if (adjustment.lineId() != null && Lines.find(order.lines(), adjustment.lineId()).isEmpty())
            return Decision.reject(Rejection.rule("line-unknown", Map.of("line", adjustment.lineId())));
        var left = Money.sum(currency, order.lines().stream().filter(concerns(adjustment)).map(OrderLine::amount)
                .toList());
        if (adjustment.goodsOff().compareTo(left) > 0)
            return tooMuch(left);
        if (adjustment.freightOff().compareTo(order.sale().freight()) > 0)
            return tooMuch(order.sale().freight());
        var lower = lowered(order, adjustment);
        return lower.sale().total().isPositive()
                ? Decision.accept(lower, event(lower, adjustment))
                : tooMuch(order.sale().total());
    }

    /** The order at the lower price, whatever its state. */
    static Order lowered(Order order, PriceAdjustment adjustment) {
        var sale = order.sale();
        var concerned = order.lines().stream().filter(concerns(adjustment)).toList();
        var shares = adjustment.goodsOff().isZero()
                ? concerned.stream().map(line -> adjustment.goodsOff()).toList()
                : adjustment.goodsOff().split(concerned.stream().map(line -> line.amount().minor()).toList());
        var lines = new ArrayList<OrderLine>();
        for (var line : order.lines()) {
            int at = concerned.indexOf(line);
            lines.add(at < 0 ? line : line.lowered(shares.get(at)));
        }
        var discounts = Stream.concat(sale.discounts().stream(), Stream.of(new Sale.Discount(adjustment.kind(),
                adjustment.adjustmentId(), adjustment.goodsOff()))).toList();
        return order.with(sale.at(discounts, sale.freight().minus(adjustment.freightOff()))).withLines(lines);
    }

    static OrderEvent event(Order lower, PriceAdjustment adjustment) {
        List<LineAmount> lines = lower.lines().stream()
                .map(line -> new LineAmount(line.lineId(), line.quantity(), line.amount())).toList();
        return new OrderEvent.PriceAdjusted(lower.shop(), lower.orderId(), lower.buyer(), adjustment.adjustmentId(),
                adjustment.goodsOff(), adjustment.freightOff(), lines, lower.sale().freight(), lower.sale().total(),
                adjustment.reason(), adjustment.authority());
    }

    private static Predicate<OrderLine> concerns(PriceAdjustment adjustment) {
        return line -> adjustment.lineId() == null || adjustment.lineId().equals(line.lineId());
    }

    private static Decision<Order> tooMuch(Money left) {
        return Decision.reject(Rejection.rule("price-below-zero", Map.of("left", left.toString())));
    }
}
