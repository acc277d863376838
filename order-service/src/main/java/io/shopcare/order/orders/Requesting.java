package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.orders.PaymentFacet.Received;
import io.shopcare.order.orders.PaymentReason.Covers;
import io.shopcare.order.trade.ActorRef;
import io.shopcare.order.trade.Figure;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Rejection;

/** Asks a buyer for more money, takes it once, and lets the request go (O5, O10). */
final class Requesting {
    private Requesting() {}

    static Decision<Order> open(Order order, PaymentRequest request) {
        if (order.payment().request(request.requestId()).isPresent())
            return Decision.unchanged(order);
        if (order.isCancelled())
            return Decision.reject(Rejection.notNow("already-cancelled"));
        if (!request.amount().currency().equals(order.sale().currency()))
            return Decision.reject(Rejection.rule("wrong-currency", Map.of("currency", order.sale().currency())));
        boolean isForTotal = request.reason().covers() == Covers.TOTAL;
        if (isForTotal == order.payment().isPaid())
            return Decision.reject(Rejection.notNow(isForTotal ? "already-paid" : "not-paid"));
        if (isForTotal && request.amount().compareTo(order.due()) > 0)
            return Decision.reject(Rejection.rule("more-than-is-due", Map.of("due", order.due().toString())));
        if (isForTotal && order.payment().openRequests().stream().anyMatch(other -> other.reason() == request.reason()))
            return Decision.reject(Rejection.notNow("payment-request-open", Map.of("open", 1)));
        boolean isForLine = request.reason().covers() == Covers.LINE;
        if (isForLine && Lines.find(order.lines(), String.valueOf(request.lineId())).isEmpty())
            return Decision.reject(Rejection.rule("line-unknown", Map.of("line", String.valueOf(request.lineId()))));
        return Decision.accept(order.with(order.payment().put(request)), opened(order, request));
    }

    /** Money that came for a request. What does not fit it is kept and flagged, as for the order itself. */
    static Decision<Order> receive(Order order, String requestId, String receiptNo, Tender tender, Instant at,
            Duration auditDelay) {
        var payment = order.payment();
        var found = payment.request(requestId);
        if (payment.knows(receiptNo) || found.isEmpty())
            return payment.knows(receiptNo) ? Decision.unchanged(order) : Decision.reject(Rejection.notFound());
        var request = found.get();
        var misfit = misfit(order, request, tender);
        boolean pays = request.isOpen() && !order.isCancelled() && (misfit == null || misfit.equals("overpaid"));
        var next = pays ? order.with(payment.put(request.to(PaymentRequestState.PAID))) : order;
        if (request.reason().covers() == Covers.TOTAL)
            return forTotal(Paying.receive(next, receiptNo, tender, at, auditDelay), pays, order, request, tender);
        var decision = Decision.accept(next.with(next.payment().keep(new Received(receiptNo, tender, at, misfit))));
        if (pays)
            decision = decision.with(paid(order, request, tender));
        if (misfit == null)
            return decision;
        var told = decision.with(mismatched(order, request, tender, misfit));
        return order.isCancelled() ? Resolving.refundLate(told) : told;
    }

    /** Those whose time has run out can't be paid any more; before it ships somebody decides what becomes of it. */
    static Decision<Order> expire(Order order, Instant now) {
        var over = order.payment().openRequests().stream().filter(request -> !now.isBefore(request.expiresAt()))
                .toList();
        var closed = close(order, over::contains, PaymentRequestState.EXPIRED);
        for (var request : over)
            if (order.mayStillShip() && isForThePeople(request.reason()))
                closed = Holding.also(closed, notPaid(request, now));
        return closed;
    }

    /** The buyer is told once that it will end; of one that is over by now nothing is said. */
    static Decision<Order> remind(Order order, Instant now) {
        Decision.Accepted<Order> decision = Decision.unchanged(order);
        for (var request : order.payment().openRequests()) {
            var due = request.remindAt();
            if (due == null || now.isBefore(due))
                continue;
            var told = decision.events();
            decision = Decision.accept(decision.aggregate().with(decision.aggregate().payment()
                    .put(request.reminded(now))), told.toArray());
            if (now.isBefore(request.expiresAt()))
                decision = decision.with(new OrderEvent.PaymentRequestDueSoon(order.shop(), order.orderId(),
                        order.buyer(), request.requestId(), request.amount(), request.reason().code(),
                        request.expiresAt()));
        }
        return decision;
    }

    /** The rest of a total is finance's again, and a parcel whose way is not paid goes its old way by itself. */
    private static boolean isForThePeople(PaymentReason reason) {
        return reason.covers() != Covers.TOTAL && reason != PaymentReason.REDIRECT_PRICE;
    }

    /** Id of the hold for a request that was not paid in time. */
    static String holdOf(String requestId) {
        return Ids.derived("not-paid-in-time", requestId);
    }

    private static Hold notPaid(PaymentRequest request, Instant now) {
        return Hold.of(holdOf(request.requestId()), "not-paid-in-time",
                List.of(new Figure("amount", request.amount().toString())), Auditing.OWNER, Hold.due(now), null,
                ActorRef.system("payment-request-expiry"), now);
    }

    /** The shop takes one back. */
    static Decision<Order> withdraw(Order order, String requestId) {
        var found = order.payment().request(requestId);
        if (found.isEmpty())
            return Decision.reject(Rejection.notFound());
        return switch (found.get().state()) {
            case OPEN -> close(order, request -> request.requestId().equals(requestId),
                    PaymentRequestState.WITHDRAWN);
            case WITHDRAWN -> Decision.unchanged(order);
            case PAID, EXPIRED -> Decision.reject(over(found.get()));
        };
    }

    /** Why a request that is over can't be paid or taken back. */
    static Rejection over(PaymentRequest request) {
        return Rejection.notNow("payment-request-" + request.state().code());
    }

    /** What asks for the rest of a total that is there is over: printing would wait for nothing. */
    static Decision.Accepted<Order> totalIsThere(Decision.Accepted<Order> paid) {
        return after(paid, close(paid.aggregate(), request -> request.reason().covers() == Covers.TOTAL,
                PaymentRequestState.WITHDRAWN));
    }

    /** An order that is not carried out asks for nothing any more. */
    static Decision.Accepted<Order> withdrawn(Decision.Accepted<Order> cancelled) {
        return after(cancelled, close(cancelled.aggregate(), request -> true, PaymentRequestState.WITHDRAWN));
    }

    /** One of them is not needed any more. */
    static Decision.Accepted<Order> withdrawn(Decision.Accepted<Order> soFar, String requestId) {
        return after(soFar, close(soFar.aggregate(), request -> request.requestId().equals(requestId),
                PaymentRequestState.WITHDRAWN));
    }

    /** One decision and what follows from it in the same write. */
    static Decision.Accepted<Order> after(Decision.Accepted<Order> soFar, Decision.Accepted<Order> more) {
        var events = new ArrayList<>(soFar.events());
        events.addAll(more.events());
        return new Decision.Accepted<>(more.aggregate(), events, soFar.riders(), soFar.answers());
    }

    private static Decision.Accepted<Order> close(Order order, Predicate<PaymentRequest> which,
            PaymentRequestState end) {
        Decision.Accepted<Order> decision = Decision.unchanged(order);
        for (var request : order.payment().openRequests())
            if (which.test(request)) {
                var events = decision.events();
                var next = decision.aggregate().with(closed(decision.aggregate(), request, end));
                decision = Decision.accept(next, events.toArray()).with(new OrderEvent.PaymentRequestClosed(
                        order.shop(), order.orderId(), order.buyer(), request.requestId(), request.amount(),
                        request.reason().code(), end.code()));
            }
        return decision;
    }

    /** What is missing of the order itself is finance's again, as long as it is missing. */
    private static PaymentFacet closed(Order order, PaymentRequest request, PaymentRequestState end) {
        var next = order.payment().put(request.to(end));
        boolean isMissing = request.reason().covers() == Covers.TOTAL && !next.isPaid() && !order.isCancelled();
        return isMissing ? next.unsettledAgain() : next;
    }

    private static Decision<Order> forTotal(Decision<Order> received, boolean pays, Order order,
            PaymentRequest request, Tender tender) {
        return pays && received instanceof Decision.Accepted<Order> accepted
                ? accepted.with(paid(order, request, tender))
                : received;
    }

    private static @Nullable String misfit(Order order, PaymentRequest request, Tender tender) {
        if (order.isCancelled())
            return "after-close";
        if (!tender.amount().currency().equals(request.amount().currency()))
            return "other-currency";
        if (request.state() == PaymentRequestState.PAID)
            return "paid-twice";
        if (!request.isOpen())
            return "after-close";
        int more = tender.amount().compareTo(request.amount());
        return more == 0 ? null : more > 0 ? "overpaid" : "underpaid";
    }

    private static OrderEvent opened(Order order, PaymentRequest request) {
        return new OrderEvent.PaymentRequestOpened(order.shop(), order.orderId(), order.buyer(), request.requestId(),
                request.amount(), request.reason().code(), request.lineId(), request.expiresAt());
    }

    private static OrderEvent paid(Order order, PaymentRequest request, Tender tender) {
        return new OrderEvent.PaymentRequestPaid(order.shop(), order.orderId(), order.buyer(), request.requestId(),
                request.amount(), request.reason().code(), request.lineId(), tender.of(request.amount()));
    }

    private static OrderEvent mismatched(Order order, PaymentRequest request, Tender tender, String misfit) {
        return new OrderEvent.PaymentMismatched(order.shop(), order.orderId(), order.buyer(), misfit,
                request.amount(), tender);
    }
}
