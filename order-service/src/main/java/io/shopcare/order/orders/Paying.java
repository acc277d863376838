package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.PaymentFacet.Received;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/** Money that comes for an order: it is always taken, and told apart when it does not fit (O5). */
final class Paying {
    private Paying() {}

    static Decision<Order> receive(Order order, String receiptNo, Tender tender, Instant at, Duration auditDelay) {
        var payment = order.payment();
        if (payment.knows(receiptNo))
            return Decision.unchanged(order);
        var due = due(order);
        var misfit = misfit(order, tender, due);
        boolean counts = tender.amount().currency().equals(order.sale().currency()) && !order.isCancelled();
        var next = payment.receive(counts ? stateAfter(order, tender) : payment.state(),
                new Received(receiptNo, tender, at, misfit.isEmpty() ? null : misfit));
        var decision = Decision.accept(order.with(next));
        if (next.isPaid() && !payment.isPaid())
            decision = paidInFull(order, next, due, at.plus(auditDelay));
        if (misfit.isEmpty())
            return decision;
        var told = decision.with(new OrderEvent.PaymentMismatched(order.shop(), order.orderId(), order.buyer(),
                misfit, due, tender));
        return order.isCancelled() && !Cancelling.UNPAID.equals(order.fulfilment().cancelled())
                ? Resolving.refundLate(told)
                : told;
    }

    /** What is still to come; nothing once paid. */
    static Money due(Order order) {
        var sale = order.sale();
        var left = sale.total().minus(order.balance().surplus());
        return left.isPositive() && !order.payment().isPaid() ? left : Money.zero(sale.currency());
    }

    private static String misfit(Order order, Tender tender, Money due) {
        if (order.isCancelled())
            return "after-close";
        if (!tender.amount().currency().equals(order.sale().currency()))
            return "other-currency";
        if (order.payment().isPaid())
            return tender.amount().equals(order.sale().total()) ? "paid-twice" : "overpaid";
        int more = tender.amount().compareTo(due);
        if (more == 0)
            return "";
        return more > 0 ? "overpaid" : "underpaid";
    }

    private static PaymentState stateAfter(Order order, Tender tender) {
        if (order.payment().isPaid())
            return PaymentState.OVERPAID;
        int more = order.balance().surplus().plus(tender.amount()).compareTo(order.sale().total());
        if (more == 0)
            return PaymentState.PAID;
        return more > 0 ? PaymentState.OVERPAID : PaymentState.UNDERPAID;
    }

    /** What is there is enough, since the price became lower. */
    static Decision.Accepted<Order> paidByNow(Order order, Instant at, Duration auditDelay) {
        return paidInFull(order, order.payment().paidByNow(at), null, at.plus(auditDelay));
    }

    /** What came after the close is enough. */
    static Decision.Accepted<Order> paidLate(Order order, PaymentFacet payment, Instant at, Duration auditDelay) {
        return paidInFull(order, payment, null, at.plus(auditDelay));
    }

    /** Each line is paid with exactly what was agreed for it; what came on top is no part of the order. */
    private static Decision.Accepted<Order> paidInFull(Order order, PaymentFacet payment, @Nullable Money due,
            Instant auditAt) {
        var lines = order.lines().stream().map(line -> line.with(line.progress().pay(line.quantity()))).toList();
        var shares = order.lines().stream()
                .map(line -> new LineAmount(line.lineId(), line.quantity(), line.amount())).toList();
        var next = order.with(payment).withLines(lines).with(order.audit().waiting(auditAt));
        return Requesting.totalIsThere(Decision.accept(next, new OrderEvent.Paid(order.shop(), order.orderId(),
                order.buyer(), order.sale().total(), tenders(order, payment, due), shares, order.sale().freight())));
    }

    /** @param due what counts of the last one, which may have brought more; null when all of it does */
    private static List<Tender> tenders(Order order, PaymentFacet payment, @Nullable Money due) {
        var currency = order.sale().currency();
        var counted = payment.received().stream().map(Received::tender)
                .filter(tender -> tender.amount().currency().equals(currency)).toList();
        var gone = new LinkedHashMap<String, Money>();
        order.refunds().counting(currency).flatMap(share -> share.tenders().stream())
                .forEach(part -> gone.merge(part.paymentNo(), part.amount(), Money::plus));
        var tenders = new ArrayList<Tender>();
        for (int i = 0; i < counted.size(); i++) {
            var tender = counted.get(i);
            var taken = gone.getOrDefault(tender.paymentNo(), Money.zero(currency));
            var left = tender.amount().compareTo(taken) > 0 ? tender.amount().minus(taken) : Money.zero(currency);
            gone.put(tender.paymentNo(), taken.minus(tender.amount().minus(left)));
            boolean isLast = i == counted.size() - 1;
            if (left.isPositive() || order.sale().total().isZero()) // what costs nothing was paid with nothing
                tenders.add(isLast && due != null ? tender.of(due) : tender.of(left));
        }
        return tenders;
    }
}
