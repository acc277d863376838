package io.shopcare.order.interceptions;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.orders.PaymentReason;
import io.shopcare.order.orders.PaymentRequest;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;

/**
 * What follows from an interception, and what it follows: its price is asked on the order, the payment lets it go on, the
 * carrier's scans end it, and its orders hear what was stopped. All from events, so that a crash in between loses nothing.
 */
@Component
class InterceptionsFollow {
    private static final Set<String> BACK = Set.of("returning", "return-signed");
    private static final String PRICE = PaymentReason.REDIRECT_PRICE.code();

    private final AggregateStore<Interception> interceptions;
    private final AggregateStore<Order> orders;
    private final Clock clock;

    InterceptionsFollow(AggregateStore<Interception> interceptions, AggregateStore<Order> orders, Clock clock) {
        this.interceptions = interceptions;
        this.orders = orders;
        this.clock = clock;
    }

    /** What is needed of {@code interception.offered.v1}. */
    record Offered(String interceptionId, String orderId, Money price, java.time.Instant payBy, String requestId) {}

    /** What is needed of {@code payment-request.paid.v1} and {@code .closed.v1}. */
    record OfRequest(String orderId, String requestId, String reason) {}

    /** What is needed of {@code tracking.updated.v1}. */
    record Scanned(String parcelId, String state) {}

    /** What is needed of {@code parcel.returned.v1}. */
    record Returned(String parcelId) {}

    /** What is needed of {@code interception.ended.v1}. */
    record Ended(String parcelId, List<String> orderIds, String kind, String outcome) {}

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

    /** It is here, whether the carrier said so or somebody of the warehouse. */
    void returned(EventMeta meta, Returned told) {
        interceptions.decide(Interception.idOf(told.parcelId()), context("interception-returned", meta),
                it -> it.state() == InterceptionState.ASKED
                        ? it.answered(it.wish().kind().equals(Interception.STOP)
                                ? InterceptionState.DONE
                                : InterceptionState.REFUSED, "return-signed", ActorRef.of(meta.actor()),
                                clock.instant())
                        : Decision.unchanged(it));
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

    /** Each order in it hears that it does not arrive, and pays back what nothing else has. */
    void ended(EventMeta meta, Ended told) {
        if (told.kind().equals(Interception.STOP) && told.outcome().equals(InterceptionState.DONE.code()))
            for (var orderId : told.orderIds())
                orders.decide(orderId, context("parcel-stopped", meta),
                        order -> order.parcelStopped(told.parcelId(), meta.time())).orThrow();
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
