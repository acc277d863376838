package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/**
 * Settles money that does not fit, by finance or by rule (O5, O17). What goes back is reserved in the very write that
 * decides it, and told by an event that makes the refund; so of two who decide at once one wins, and no crash loses it.
 */
final class Resolving {
    private Resolving() {}

    static Decision<Order> resolve(Order order, PaymentResolution resolution, Instant expiresAt, Duration auditDelay) {
        var payment = order.payment();
        var last = payment.resolution();
        if (last != null && last.resolutionId().equals(resolution.resolutionId()))
            return Decision.unchanged(order);
        if (!payment.unsettled())
            return Decision.reject(last == null || last.by().equals(resolution.by())
                    ? Rejection.notNow("nothing-to-settle")
                    : Rejection.notNow("already-decided", Map.of("who", last.by().id(), "when", last.at().toString())));
        if (resolution.kind() == PaymentResolution.Kind.REVIVE)
            return reviving(order, resolution, auditDelay);
        boolean isShort = payment.state() == PaymentState.UNDERPAID && !order.isCancelled();
        if (!isShort && resolution.kind() != PaymentResolution.Kind.REFUND)
            return Decision.reject(Rejection.notNow("nothing-is-missing"));
        return switch (resolution.kind()) {
            case REFUND -> isShort ? cancelling(order, resolution) : givingBack(order, resolution);
            case ACCEPT_SHORTFALL -> accepting(order, resolution, auditDelay);
            case ASK_THE_REST -> asking(order, resolution, expiresAt);
            case REVIVE -> throw new IllegalStateException("answered above");
        };
    }

    /** Money that comes after a cancellation goes back by itself, with all that may be left. */
    static Decision.Accepted<Order> refundLate(Decision.Accepted<Order> late) {
        var order = late.aggregate();
        var decision = late;
        for (var currency : order.payment().currencies())
            decision = refund(decision, currency, "payment-late", Ids.derived("refund-of-late", order.orderId(),
                    currency, Integer.toString(order.payment().received().size())));
        return decision;
    }

    private static Decision<Order> givingBack(Order order, PaymentResolution resolution) {
        var decision = Decision.accept(order.with(order.payment().resolved(resolution)), event(order, resolution));
        for (var currency : order.payment().currencies())
            decision = refund(decision, currency, order.isCancelled() ? "payment-late" : "paid-too-much",
                    Ids.derived("refund-of-surplus", resolution.resolutionId(), currency));
        return decision;
    }

    private static Decision<Order> cancelling(Order order, PaymentResolution resolution) {
        var resolved = order.with(order.payment().resolved(resolution));
        return Cancelling.cancel(resolved, "underpaid") instanceof Decision.Accepted<Order> accepted
                ? accepted.with(event(order, resolution))
                : Decision.reject(Rejection.notNow("in-fulfilment"));
    }

    private static Decision<Order> accepting(Order order, PaymentResolution resolution, Duration auditDelay) {
        var missing = order.due();
        var goodsLeft = Money.sum(missing.currency(), order.lines().stream().map(OrderLine::amount).toList());
        var goodsOff = missing.compareTo(goodsLeft) > 0 ? goodsLeft : missing;
        var adjustment = new PriceAdjustment(resolution.resolutionId(), "adjustment", goodsOff,
                missing.minus(goodsOff), null, "shortfall-accepted", resolution.by(), null);
        var lower = Adjusting.lowered(order, adjustment);
        var paid = Paying.paidByNow(lower.with(lower.payment().resolved(resolution)), resolution.at(), auditDelay);
        var events = new ArrayList<Object>(List.of(Adjusting.event(lower, adjustment), event(order, resolution)));
        events.addAll(paid.events());
        return Decision.accept(paid.aggregate(), events.toArray());
    }

    private static Decision<Order> asking(Order order, PaymentResolution resolution, Instant expiresAt) {
        var request = PaymentRequest.of(resolution.resolutionId(), order.due(), PaymentReason.SHORTFALL, null,
                resolution.note(), resolution.by(), resolution.at(), expiresAt);
        return Requesting.open(order, request) instanceof Decision.Accepted<Order> opened
                ? Decision.accept(opened.aggregate().with(opened.aggregate().payment().resolved(resolution)),
                        opened.events().toArray()).with(event(order, resolution))
                : Decision.reject(Rejection.notNow("payment-request-open", Map.of("open", 1)));
    }

    /** Whether late money may bring it back: the clock closed it, and all that it costs is there. */
    static boolean mayRevive(Order order) {
        return order.isCancelled() && Cancelling.UNPAID.equals(order.fulfilment().cancelled())
                && order.balance().surplus().compareTo(order.sale().total()) >= 0;
    }

    private static Decision<Order> reviving(Order order, PaymentResolution resolution, Duration auditDelay) {
        if (!mayRevive(order))
            return Decision.reject(Rejection.notNow("not-to-be-revived"));
        boolean isExact = order.balance().surplus().equals(order.sale().total());
        var payment = order.payment().resolved(resolution).paidLate(isExact, resolution.at());
        var open = order.with(order.fulfilment().revived()).with(PromisesFacet.of(order.promises().all()));
        var paid = Paying.paidLate(open, payment, resolution.at(), auditDelay);
        return Decision.accept(paid.aggregate(), event(order, resolution), new OrderEvent.Revived(order.shop(),
                order.orderId(), order.buyer()), paid.events().getFirst());
    }

    /** Reserves what is left in a currency, or what is too much of an order that goes on. */
    private static Decision.Accepted<Order> refund(Decision.Accepted<Order> so, String currency, String reason,
            String requestId) {
        var order = so.aggregate();
        boolean all = order.isCancelled() && currency.equals(order.sale().currency());
        var balance = Balance.atItsEnd(order); // what a platform got, the platform gives back
        var lines = all ? lines(balance) : List.<LineAmount>of();
        var freight = all ? balance.freight() : Money.zero(currency);
        var amount = all ? balance.total() : order.surplus(currency);
        if (!amount.isPositive() || !(Refunding.reserve(order, RefundsFacet.idOf(requestId), amount, lines,
                freight) instanceof Decision.Accepted<Order>(var next, var events, var riders, var answers)))
            return so;
        return Decision.accept(next.with(next.payment().settled()), so.events().toArray()).with(
                new OrderEvent.RefundDue(order.shop(), order.orderId(), order.buyer(), requestId, amount, lines,
                        freight, reason));
    }

    private static List<LineAmount> lines(Balance balance) {
        return balance.lines().stream().filter(line -> line.left().isPositive())
                .map(line -> new LineAmount(line.lineId(), line.units(), line.left())).toList();
    }

    private static OrderEvent event(Order order, PaymentResolution resolution) {
        return new OrderEvent.PaymentResolved(order.shop(), order.orderId(), order.buyer(),
                resolution.resolutionId(), resolution.kind().code(), resolution.reason());
    }
}
