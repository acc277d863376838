package io.shopcare.order.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shopcare.platform.money.Money;

/**
 * What of an order's money could still be refunded; reserved refunds are taken off.
 *
 * @param surplus money beyond what the order is worth: too much, twice, late, or not enough to pay it
 */
public record Balance(List<LineBalance> lines, Money freight, Money surplus) {

    /**
     * @param left  of the line's money
     * @param units that no refund has counted
     */
    public record LineBalance(String lineId, Money left, int units) {}

    static Balance of(Order order) {
        var currency = order.sale().currency();
        boolean paid = order.payment().isPaid();
        var lines = order.lines().stream().map(line -> {
            var parts = order.refunds().counting(currency).flatMap(share -> share.lines().stream())
                    .filter(part -> part.lineId().equals(line.lineId())).toList();
            var taken = Money.sum(currency, parts.stream().map(part -> part.amount()).toList());
            int units = line.quantity() - parts.stream().mapToInt(part -> part.quantity()).sum();
            return new LineBalance(line.lineId(), paid
                    ? line.amount().plus(order.payment().beside(line.lineId(), currency)).minus(taken)
                    : Money.zero(currency),
                    Math.max(0, units));
        }).toList();
        var freight = Money.sum(currency, order.refunds().counting(currency).map(RefundsFacet.Share::freight).toList());
        var surplus = Money.sum(currency, order.refunds().counting(currency).map(RefundsFacet.Share::surplus).toList());
        var freightPaid = order.sale().freight().plus(order.payment().beside(null, currency));
        var worth = paid ? order.sale().total().plus(order.payment().beside(currency)) : Money.zero(currency);
        return new Balance(lines, paid ? freightPaid.minus(freight) : Money.zero(currency),
                order.payment().sum(currency).minus(worth).minus(surplus));
    }

    /** What came in another currency than the order's, less what went back; none of it pays for anything. */
    static Money foreign(Order order, String currency) {
        return order.payment().sum(currency).minus(Money.sum(currency,
                order.refunds().counting(currency).map(RefundsFacet.Share::amount).toList()));
    }

    /**
     * What of it we can give back ourselves: all, or of an order that a platform sold what came through our own provider,
     * as the difference of an exchange. The units are the platform's to refund.
     */
    static Balance ours(Order order) {
        var all = of(order);
        if (order.sale().platformOrder() == null)
            return all;
        var currency = order.sale().currency();
        var left = Money.sum(currency, order.payment().tenders(currency).stream()
                .filter(tender -> !order.sale().isPaidThere(tender))
                .map(tender -> tender.amount().minus(order.refunds().takenFrom(tender))).toList());
        var lines = new ArrayList<LineBalance>();
        for (var line : all.lines) {
            var part = least(line.left(), order.payment().beside(line.lineId(), currency), left);
            lines.add(new LineBalance(line.lineId(), part, 0));
            left = left.minus(part);
        }
        var freight = least(all.freight, order.payment().beside(null, currency), left);
        return new Balance(lines, freight, least(all.surplus, left.minus(freight), left.minus(freight)));
    }

    /** What of it goes back by itself when the order ends: once something has left, the freight is spent. */
    static Balance atItsEnd(Order order) {
        var ours = ours(order);
        return order.fulfilment().shipments().isEmpty()
                ? ours
                : new Balance(ours.lines, Money.zero(ours.freight.currency()), ours.surplus);
    }

    private static Money least(Money one, Money other, Money third) {
        var less = one.compareTo(other) < 0 ? one : other;
        return less.compareTo(third) < 0 ? less : third;
    }

    /** One line. */
    public Optional<LineBalance> line(String lineId) {
        return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
    }

    /** All of it. */
    public Money total() {
        return Money.sum(freight.currency(), lines.stream().map(LineBalance::left).toList()).plus(freight)
                .plus(surplus);
    }
}
