package io.shopcare.order.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.shopcare.order.orders.RefundsFacet.Share;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.LineQuantity;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Keeps refunds within what was paid, per line and in total: the balance is held before a provider is called (O17). */
final class Refunding {
    private Refunding() {}

    static Decision<Order> reserve(Order order, String refundId, Money amount, List<LineAmount> asked,
            Money freight) {
        return reserve(order, refundId, amount, asked, freight, false);
    }

    /** @param missing whether what it keeps from shipping is not there; tried again, it is withdrawn already */
    static Decision<Order> reserve(Order order, String refundId, Money amount, List<LineAmount> asked, Money freight,
            boolean missing) {
        var known = order.refunds().find(refundId);
        if (known.isPresent() && known.get().counts())
            return Decision.unchanged(order);
        if (!amount.currency().equals(order.sale().currency()))
            return foreign(order, refundId, amount, asked, freight);
        var parts = oncePerLine(asked);
        var inLines = Money.sum(amount.currency(), parts.stream().map(LineAmount::amount).toList());
        var surplus = amount.minus(inLines).minus(freight);
        if (surplus.isNegative() || !amount.isPositive() || freight.isNegative())
            return Decision.reject(Rejection.rule("parts-differ"));
        var balance = order.balance();
        for (var part : parts) {
            var line = balance.line(part.lineId());
            if (line.isEmpty())
                return Decision.reject(Rejection.rule("line-unknown", Map.of("line", part.lineId())));
            if (part.amount().isNegative() || part.amount().compareTo(line.get().left()) > 0
                    || part.quantity() > line.get().units())
                return tooMuch(line.get().left());
        }
        if (freight.compareTo(balance.freight()) > 0)
            return tooMuch(balance.freight());
        if (surplus.compareTo(balance.surplus()) > 0)
            return tooMuch(balance.total());
        var before = known.filter(Share::missing).map(Share::withdrawn);
        var withdrawn = before.orElseGet(() -> parts.stream().map(part -> withdrawable(order, part)).toList());
        var tenders = tenders(order, amount, surplus.equals(amount));
        var there = tenders.stream().filter(order.sale()::isPaidThere).findFirst();
        if (there.isPresent())
            return Decision.reject(Rejection.rule("no-provider", Map.of("method", there.get().method())));
        var share = new Share(refundId, RefundState.RESERVED, amount, parts, freight, surplus, tenders, withdrawn,
                missing);
        return Decision.accept((before.isPresent() ? order : withdraw(order, share, 1))
                .with(order.refunds().put(share)));
    }

    /** Money of another currency goes back as it came; it is part of no line. */
    private static Decision<Order> foreign(Order order, String refundId, Money amount, List<LineAmount> asked,
            Money freight) {
        var left = Balance.foreign(order, amount.currency());
        if (!order.payment().currencies().contains(amount.currency()) || !asked.isEmpty())
            return Decision.reject(Rejection.rule("wrong-currency", Map.of("currency", order.sale().currency())));
        if (!amount.isPositive() || !freight.equals(Money.zero(amount.currency())))
            return Decision.reject(Rejection.rule("parts-differ"));
        if (amount.compareTo(left) > 0)
            return tooMuch(left);
        return Decision.accept(order.with(order.refunds().put(new Share(refundId, RefundState.RESERVED, amount,
                List.of(), freight, amount, tenders(order, amount, true), List.of(), false))));
    }

    /** A line that is named twice is judged by its sum. */
    private static List<LineAmount> oncePerLine(List<LineAmount> parts) {
        var lines = new LinkedHashMap<String, LineAmount>();
        parts.forEach(part -> lines.merge(part.lineId(), part, (one, other) -> new LineAmount(one.lineId(),
                one.quantity() + other.quantity(), one.amount().plus(other.amount()))));
        return List.copyOf(lines.values());
    }

    static Decision<Order> to(Order order, String refundId, RefundState end) {
        var found = order.refunds().find(refundId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notFound());
        var share = found.get();
        if (share.state() == end)
            return Decision.unchanged(order);
        if (!share.state().canBecome(end))
            return Decision.reject(Rejection.notNow("refund-" + share.state().code()));
        var next = order.with(order.refunds().put(share.to(end)));
        return switch (end) {
            case SUCCEEDED -> Ending.whenNothingIsLeft(settled(next.withLines(Lines.change(order.lines(),
                    units(share), LineProgress::refund))));
            case FAILED -> share.missing()
                    ? Decision.accept(unsettledAgain(next, share))
                    : restored(unsettledAgain(withdraw(next, share, -1), share), share);
            case RESERVED, IN_DOUBT -> Decision.accept(next);
        };
    }

    private static Decision<Order> restored(Order order, Share share) {
        var units = order.lines().stream().map(line -> line.of(share.withdrawn(line.lineId())))
                .filter(part -> part.quantity() > 0).toList();
        return units.isEmpty() || order.isCancelled()
                ? Decision.accept(order)
                : Decision.accept(order, new OrderEvent.UnitsRestored(order.shop(), order.orderId(), order.buyer(),
                        share.refundId(), units));
    }

    private static Order settled(Order order) {
        boolean nothingLeft = order.balance().surplus().isZero() && order.payment().state() != PaymentState.UNDERPAID;
        return nothingLeft || order.isCancelled() && order.balance().total().isZero()
                ? order.with(order.payment().settled())
                : order;
    }

    /** What is too much and could not be paid back is finance's again. */
    private static Order unsettledAgain(Order order, Share share) {
        return share.surplus().isPositive() || order.isCancelled()
                ? order.with(order.payment().unsettledAgain())
                : order;
    }

    /** What has left is paid back first: it comes back, or never arrived. Only what is asked for beyond it stays here. */
    private static int withdrawable(Order order, LineAmount part) {
        var line = Lines.find(order.lines(), part.lineId()).orElseThrow();
        int left = Math.max(0, line.progress().shipped() - order.refunds().ofWhatLeft(part.lineId()));
        return Math.min(Math.max(0, part.quantity() - left), line.toShip());
    }

    /**
     * Units that refunds were to keep here have left all the same, in a parcel that was on its way out when the refund was
     * asked for. Their money goes back, the units don't.
     */
    static Order haveLeft(Order order, String lineId, int units) {
        var refunds = order.refunds();
        int left = units;
        for (var share : refunds.all().reversed()) {
            int here = share.counts() ? Math.min(left, share.withdrawn(lineId)) : 0;
            if (here > 0)
                refunds = refunds.put(share.letGo(lineId, here));
            left -= here;
        }
        return order.with(refunds).withLines(Lines.change(order.lines(),
                List.of(new LineQuantity(lineId, "", left - units)), LineProgress::withdraw));
    }

    private static Order withdraw(Order order, Share share, int sign) {
        var changes = new ArrayList<LineQuantity>();
        for (int i = 0; i < share.lines().size(); i++)
            changes.add(new LineQuantity(share.lines().get(i).lineId(), "", sign * share.withdrawn().get(i)));
        return order.withLines(Lines.change(order.lines(), changes, LineProgress::withdraw));
    }

    private static List<LineQuantity> units(Share share) {
        return share.lines().stream().map(line -> new LineQuantity(line.lineId(), "", line.quantity())).toList();
    }

    /**
     * Tender by tender (rules.md R6): the oldest first, or the newest for money that came on top; what was paid on a platform
     * last, since only the platform gives it back.
     */
    private static List<Tender> tenders(Order order, Money amount, boolean newestFirst) {
        var received = order.payment().tenders(amount.currency());
        var inOrder = (newestFirst ? received.reversed() : received).stream()
                .sorted(Comparator.comparing(order.sale()::isPaidThere)).toList();
        var parts = new ArrayList<Tender>();
        var wanted = amount;
        for (var tender : inOrder) {
            var left = tender.amount().minus(order.refunds().takenFrom(tender));
            var part = left.compareTo(wanted) < 0 ? left : wanted;
            if (part.isPositive())
                parts.add(tender.of(part));
            wanted = wanted.minus(part);
        }
        return parts;
    }

    private static Decision<Order> tooMuch(Money left) {
        return Decision.reject(Rejection.rule("more-than-is-left", Map.of("left", left.toString())));
    }
}
