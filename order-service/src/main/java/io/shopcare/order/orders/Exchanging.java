package io.shopcare.order.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.offers.Basket;
import io.shopcare.order.orders.OrderEvent.ExchangedUnits;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Decision.Accepted;
import io.shopcare.platform.store.Rejection;

/**
 * Exchanges a paid line until its waybill may be printed (O10). First it is asked for, then the stock is swapped, then the
 * line changes; nothing prints in between, nor before the difference is paid.
 */
final class Exchanging {
    private Exchanging() {}

    static Decision<Order> ask(Order order, Exchange wanted) {
        if (find(order, wanted.exchangeId()).isPresent())
            return Decision.unchanged(order);
        return unfit(order, wanted).<Decision<Order>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(put(order, wanted)));
    }

    private static Optional<Rejection> unfit(Order order, Exchange wanted) {
        if (order.isCancelled())
            return Optional.of(Rejection.notNow("already-cancelled"));
        if (!order.payment().isPaid())
            return Optional.of(Rejection.notNow("not-paid"));
        var other = exchangedMeanwhile(order, wanted);
        if (other.isPresent())
            return other;
        if (order.audit().state() == AuditState.WAITING)
            return Optional.of(Rejection.notNow("audit-waiting"));
        if (!order.mayStillShip())
            return Optional.of(Rejection.notNow("already-shipped"));
        if (!order.fulfilment().openPermits().isEmpty()) // what has left is gone; the rest may still become something else
            return Optional.of(Rejection.notNow("in-fulfilment"));
        if (open(order).isPresent())
            return Optional.of(Rejection.notNow("exchange-open"));
        int unpaid = order.payment().openRequests().size();
        if (unpaid > 0)
            return Optional.of(Rejection.notNow("payment-request-open", Map.of("open", unpaid)));
        return unfitLine(order, wanted);
    }

    /** Of two people at one line (O8) the second meant what it was before, and hears who made it something else. */
    private static Optional<Rejection> exchangedMeanwhile(Order order, Exchange wanted) {
        return Lines.find(order.lines(), wanted.lineId()).filter(line -> !line.sku().equals(wanted.fromSku()))
                .map(line -> latest(order, line.lineId())
                        .map(done -> Rejection.notNow("already-decided",
                                Map.of("who", done.by().id(), "when", done.at().toString())))
                        .orElseGet(() -> Rejection.rule("sku-unknown", Map.of("sku", wanted.fromSku()))));
    }

    private static Optional<Rejection> unfitLine(Order order, Exchange wanted) {
        var line = Lines.find(order.lines(), wanted.lineId());
        if (line.isEmpty())
            return Optional.of(Rejection.rule("line-unknown", Map.of("line", wanted.lineId())));
        if (line.get().sku().equals(wanted.toSku()))
            return Optional.of(Rejection.rule("same-sku", Map.of("sku", wanted.toSku())));
        return isHere(order, line.get()) && line.get().toShip() == wanted.units()
                ? differenceOfPlatform(order, wanted)
                : Optional.of(Rejection.notNow("line-in-refund", Map.of("line", wanted.lineId())));
    }

    /** Nothing of it has left, and what was left out of it stays out: its refund is made, or its goods are missing. */
    private static boolean isHere(Order order, OrderLine line) {
        return line.toShip() > 0 && line.progress().shipped() == 0 && order.refunds().all().stream()
                .noneMatch(share -> share.mayGiveUnitsBack() && share.withdrawn(line.lineId()) > 0);
    }

    /** What a platform got we can't give back. */
    private static Optional<Rejection> differenceOfPlatform(Order order, Exchange wanted) {
        var sold = order.sale().platformOrder();
        var less = settled(order, wanted.lineId()).minus(wanted.worth());
        var ours = order.ours().line(wanted.lineId()).orElseThrow().left();
        return sold == null || less.compareTo(ours) <= 0
                ? Optional.empty()
                : Optional.of(Rejection.rule("difference-on-platform",
                        Map.of("amount", less.minus(ours).toString(), "platform", sold.platform())));
    }

    /** The stock is swapped: the line changes, and its money is settled. */
    static Decision<Order> done(Order order, String exchangeId, Instant at) {
        var found = find(order, exchangeId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notFound());
        if (!found.get().isAsked())
            return Decision.unchanged(order);
        if (order.isCancelled())
            return Decision.accept(put(order, found.get().refused(Rejection.notNow("already-cancelled"))));
        var asked = found.get();
        var more = asked.worth().minus(settled(order, asked.lineId()));
        var left = order.ours().line(asked.lineId()).orElseThrow().left();
        var less = Money.zero(more.currency()).minus(more);
        var done = asked.done(more.isPositive() ? more : null,
                less.isPositive() && left.isPositive() ? less.compareTo(left) < 0 ? less : left : null);
        var lines = order.lines().stream().map(line -> line.lineId().equals(asked.lineId())
                ? line.exchanged(asked.toSku(), asked.product(), asked.unitGrams())
                : line).toList();
        var changed = Decision.accept(put(order.withLines(lines), done), new OrderEvent.LineExchanged(order.shop(),
                order.orderId(), order.buyer(), exchangeId, asked.lineId(), new ExchangedUnits(asked.fromSku(),
                        asked.units(), null),
                new ExchangedUnits(asked.toSku(), asked.units(), asked.product()), done.toPay(), done.toRefund()));
        return Auditing.lookAgain(asksForTheRest(changed, done, at), done.by(), "line-exchanged", at);
    }

    /** What the article of a line has cost so far; what was given back for other reasons is not asked for again. */
    private static Money settled(Order order, String lineId) {
        var currency = order.sale().currency();
        var back = order.exchanges().stream().filter(earlier -> earlier.lineId().equals(lineId))
                .map(Exchange::toRefund).filter(Objects::nonNull).toList();
        return Lines.find(order.lines(), lineId).orElseThrow().amount().plus(order.payment().beside(lineId, currency))
                .minus(Money.sum(currency, back));
    }

    /** What a line is sold for as it is now: what was agreed for it, or what it was worth in its last exchange. */
    static Money worth(Order order, OrderLine line) {
        return latest(order, line.lineId()).map(Exchange::worth).orElse(line.amount());
    }

    /** What a line was when it was bought, before any exchange. */
    static Basket.Item agreed(Order order, OrderLine line) {
        var first = order.exchanges().stream()
                .filter(each -> each.lineId().equals(line.lineId()) && each.state() == ExchangeState.DONE).findFirst();
        var product = first.map(Exchange::fromProduct).orElse(line.product());
        return new Basket.Item(line.lineId(), first.map(Exchange::fromSku).orElse(line.sku()), product.productId(),
                product.category(), line.unitPrice(), line.quantity());
    }

    /**
     * What a line is now, with other goods in place of what still ships of it, if any are named. What was left out of it stays
     * the article that it was: it was paid back at the price of the purchase, and is worth that.
     */
    static List<Basket.Item> now(Order order, OrderLine line, Basket.@Nullable Item other) {
        var done = order.exchanges().stream().filter(each -> each.lineId().equals(line.lineId())
                && each.state() == ExchangeState.DONE).map(each -> item(order, line, each));
        var items = new ArrayList<Basket.Item>();
        var article = agreed(order, line);
        for (var next : Stream.concat(done, Stream.ofNullable(other)).toList()) {
            if (next.quantity() < article.quantity())
                items.add(some(article, line.lineId() + "-" + items.size(),
                        article.quantity() - next.quantity()));
            article = next;
        }
        items.add(article);
        return items;
    }

    private static Basket.Item item(Order order, OrderLine line, Exchange done) {
        var bought = agreed(order, line);
        if (bought.sku().equals(done.toSku()))
            return some(bought, line.lineId(), done.units());
        var price = done.unitPrice();
        return new Basket.Item(line.lineId(), done.toSku(), done.product().productId(), done.product().category(),
                price == null ? line.unitPrice() : price, done.units());
    }

    private static Basket.Item some(Basket.Item of, String id, int units) {
        return new Basket.Item(id, of.sku(), of.productId(), of.category(), of.unitPrice(), units);
    }

    private static Accepted<Order> asksForTheRest(Accepted<Order> changed, Exchange done, Instant at) {
        if (done.toPay() == null)
            return changed;
        var request = PaymentRequest.of(done.paymentRequestId(), done.toPay(), PaymentReason.EXCHANGE_DIFFERENCE,
                done.lineId(), null, done.by(), at, done.payBy());
        if (!(Requesting.open(changed.aggregate(), request) instanceof Accepted<Order> asked))
            throw new IllegalStateException("the difference of " + done.exchangeId() + " can't be asked for");
        var events = new ArrayList<>(changed.events());
        events.addAll(asked.events());
        return new Accepted<>(asked.aggregate(), events, List.of(), Map.of());
    }

    /** The other goods could not be had. */
    static Decision<Order> refused(Order order, String exchangeId, Rejection why) {
        var found = find(order, exchangeId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notFound());
        return found.get().isAsked()
                ? Decision.accept(put(order, found.get().refused(why)))
                : Decision.unchanged(order);
    }

    /** Why nothing of it prints yet; empty when no exchange stands in the way. */
    static Optional<Rejection> stopsPrinting(Order order) {
        if (open(order).isPresent())
            return Optional.of(Rejection.notNow("exchange-open"));
        return unpaid(order).map(exchange -> Rejection.notNow("exchange-unpaid",
                Map.of("line", exchange.lineId(), "amount", String.valueOf(exchange.toPay()))));
    }

    /** Whose difference is neither paid nor let go. */
    static Optional<Exchange> unpaid(Order order) {
        return order.exchanges().stream().filter(exchange -> exchange.toPay() != null && exchange.waiver() == null)
                .filter(exchange -> latest(order, exchange.lineId()).filter(exchange::equals).isPresent())
                .filter(exchange -> !isPaid(order, exchange)).findFirst();
    }

    /** An unpaid difference does not go away by waiting: it is asked for again, or the line is exchanged back. */
    static boolean isPaid(Order order, Exchange exchange) {
        return settled(order, exchange.lineId()).compareTo(exchange.worth()) >= 0;
    }

    /** By which a line became what it is. */
    static Optional<Exchange> latest(Order order, String lineId) {
        return order.exchanges().stream().filter(each -> each.lineId().equals(lineId)
                && each.state() == ExchangeState.DONE).reduce((earlier, later) -> later);
    }

    static Optional<Exchange> find(Order order, String exchangeId) {
        return order.exchanges().stream().filter(exchange -> exchange.exchangeId().equals(exchangeId)).findFirst();
    }

    static Optional<Exchange> open(Order order) {
        return order.exchanges().stream().filter(Exchange::isAsked).findFirst();
    }

    static Order put(Order order, Exchange next) {
        var all = new ArrayList<>(order.exchanges());
        all.replaceAll(exchange -> exchange.exchangeId().equals(next.exchangeId()) ? next : exchange);
        if (!all.contains(next))
            all.add(next);
        return order.withExchanges(all);
    }
}
