package io.shopcare.order.interceptions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.PaymentReason;
import io.shopcare.order.orders.PaymentRequest;
import io.shopcare.order.refunds.RefundRequest;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Buyer;
import io.shopcare.order.trade.LineAmount;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;

/**
 * What follows from an interception, and what it follows: its price is asked on the order, the payment lets it go on, the
 * carrier's scans end it, and what came back is refunded. All from events, so that a crash in between loses nothing.
 */
@Component
class InterceptionsFollow {
    private static final Set<String> BACK = Set.of("returning", "return-signed");
    private static final String PRICE = PaymentReason.REDIRECT_PRICE.code();

    private final AggregateStore<Interception> interceptions;
    private final AggregateStore<Order> orders;
    private final PaysBack refund;
    private final Clock clock;

    InterceptionsFollow(AggregateStore<Interception> interceptions, AggregateStore<Order> orders, PaysBack refund,
            Clock clock) {
        this.interceptions = interceptions;
        this.orders = orders;
        this.refund = refund;
        this.clock = clock;
    }

    /** What is needed of {@code interception.offered.v1}. */
    record Offered(String interceptionId, String orderId, Money price, java.time.Instant payBy, String requestId) {}

    /** What is needed of {@code payment-request.paid.v1} and {@code .closed.v1}. */
    record OfRequest(String orderId, String requestId, String reason) {}

    /** What is needed of {@code tracking.updated.v1}. */
    record Scanned(String parcelId, String state) {}

    /** What is needed of {@code interception.ended.v1}. */
    record Ended(String interceptionId, Buyer buyer, String parcelId, List<String> orderIds, String kind,
            String outcome) {}

    void offered(EventMeta meta, Offered told) {
        orders.decide(told.orderId(), CommandContext.bySystem("ask-redirect-price"),
                order -> order.requestPayment(PaymentRequest.of(told.requestId(), told.price(),
                        PaymentReason.REDIRECT_PRICE, null, null, ActorRef.of(meta.actor()), meta.time(),
                        told.payBy())));
    }

    void paid(EventMeta meta, OfRequest told) {
        ofOrder(meta, told, "redirect-paid", it -> it.paid(told.requestId()));
    }

    void notPaid(EventMeta meta, OfRequest told) {
        ofOrder(meta, told, "redirect-not-paid",
                it -> it.notPaid(told.requestId(), ActorRef.of(meta.actor()), clock.instant()));
    }

    /** The carrier's own words are as good as anybody's. */
    void scanned(EventMeta meta, Scanned told) {
        var carrier = ActorRef.system("carrier");
        interceptions.decide(Interception.idOf(told.parcelId()), context("interception-scanned", meta), it -> {
            boolean did = it.wish().kind().equals(Interception.STOP)
                    ? BACK.contains(told.state())
                    : told.state().equals("forwarded");
            if (it.state() != InterceptionState.ASKED || !did && !told.state().equals("signed"))
                return Decision.unchanged(it);
            return it.answered(did ? InterceptionState.DONE : InterceptionState.REFUSED, told.state(), carrier,
                    clock.instant());
        });
    }

    /** What was stopped on its way to the buyer is paid back, once, as far as nothing else has. */
    void ended(EventMeta meta, Ended told) {
        if (!told.kind().equals(Interception.STOP) || !told.outcome().equals(InterceptionState.DONE.code()))
            return;
        for (var orderId : told.orderIds()) {
            var requestId = Ids.derived("stopped", told.interceptionId(), orderId);
            var order = orders.find(orderId).orElseThrow().aggregate();
            if (order.sale().platformOrder() == null)
                ask(order, told, requestId, meta);
        }
    }

    private void ask(Order order, Ended told, String requestId, EventMeta meta) {
        var known = order.refunds().find(Ids.derived("refund", requestId));
        var lines = known.map(share -> share.lines()).orElseGet(() -> worth(order, told.parcelId()));
        var amount = Money.sum(order.sale().currency(), lines.stream().map(LineAmount::amount).toList());
        if (amount.isPositive())
            refund.ask(told.buyer(), new RefundRequest(requestId, order.orderId(), amount, lines,
                    Money.zero(order.sale().currency()), "parcel-stopped", null), meta.actor());
    }

    /** Each line's money for the units in the parcel; the freight out is spent. */
    private static List<LineAmount> worth(Order order, String parcelId) {
        var shipment = order.fulfilment().shipment(parcelId);
        var worth = new ArrayList<LineAmount>();
        if (shipment.isEmpty())
            return worth;
        for (var part : shipment.get().lines())
            order.balance().line(part.lineId()).ifPresent(left -> {
                int units = Math.min(part.quantity(), left.units());
                if (units > 0 && left.left().isPositive())
                    worth.add(new LineAmount(part.lineId(), units, units == left.units()
                            ? left.left()
                            : left.left().split(List.of((long) units, (long) left.units() - units)).getFirst()));
            });
        return worth;
    }

    private void ofOrder(EventMeta meta, OfRequest told, String name,
            Function<Interception, Decision<Interception>> question) {
        if (!told.reason().equals(PRICE))
            return;
        orders.find(told.orderId()).ifPresent(order -> order.aggregate().fulfilment().shipments()
                .forEach(shipment -> interceptions.decide(Interception.idOf(shipment.parcelId()), context(name, meta),
                        question)));
    }

    private static CommandContext context(String name, EventMeta meta) {
        return CommandContext.ofEvent(name, meta.sourceKey(), meta.sequence());
    }
}
