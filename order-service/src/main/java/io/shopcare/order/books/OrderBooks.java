package io.shopcare.order.books;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.OrderLine;
import io.shopcare.order.orders.RefundState;
import io.shopcare.order.orders.RefundsFacet;
import io.shopcare.order.orders.Sale;
import io.shopcare.order.refunds.Refund;
import io.shopcare.order.refunds.RefundStage;
import io.shopcare.platform.money.Money;

/** Whether the parts of an order's money add up, and agree with its refunds (O3, O17). */
final class OrderBooks {
    private OrderBooks() {}

    /** The first thing that does not agree. */
    static Optional<String> problem(Order order, Collection<Refund> refunds) {
        var sale = order.sale();
        var currency = sale.currency();
        var lines = Money.sum(currency, order.lines().stream().map(OrderLine::amount).toList());
        var discounts = Money.sum(currency, sale.discounts().stream().map(Sale.Discount::amount).toList());
        if (!sale.goods().minus(discounts).equals(lines))
            return Optional.of("lines-are-not-goods-less-discounts");
        if (!lines.plus(sale.freight()).equals(sale.total()))
            return Optional.of("lines-and-freight-are-not-the-total");
        var gone = Money.sum(currency, order.refunds().all().stream().filter(RefundsFacet.Share::counts)
                .map(RefundsFacet.Share::amount).filter(amount -> amount.currency().equals(currency)).toList());
        if (!order.balance().total().plus(gone).equals(order.payment().sum(currency)))
            return Optional.of("left-and-refunded-are-not-what-came");
        if (order.balance().surplus().isNegative())
            return Optional.of("less-came-than-it-is-worth");
        if (order.balance().lines().stream().anyMatch(line -> line.left().isNegative()))
            return Optional.of("a-line-is-below-zero");
        return settled(order).equals(succeeded(order, refunds))
                ? Optional.empty()
                : Optional
                        .of("refunds-differ");
    }

    private static List<String> settled(Order order) {
        return order.refunds().all().stream().filter(share -> share.state() == RefundState.SUCCEEDED)
                .map(share -> share.refundId() + " " + share.amount()).sorted().toList();
    }

    private static List<String> succeeded(Order order, Collection<Refund> refunds) {
        return refunds.stream().filter(refund -> refund.orderId().equals(order.orderId()))
                .filter(refund -> refund.stage() == RefundStage.SUCCEEDED)
                .map(refund -> refund.refundId() + " " + refund.request().amount()).sorted().toList();
    }
}
