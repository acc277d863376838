package io.shopcare.order.orders;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;

/**
 * The money that came for an order.
 *
 * @param received  every tender, whether it fits or not: money is never forgotten
 * @param unsettled whether finance has something to settle: too little, too much, twice, late, another currency
 * @param paidAt    when it was paid in full
 * @param requests  for more money, over ones too
 * @param resolution what finance decided last; null before
 */
public record PaymentFacet(PaymentState state, List<Received> received, boolean unsettled,
        @Nullable Instant paidAt, List<PaymentRequest> requests, @Nullable PaymentResolution resolution) {
    static final PaymentFacet NOTHING = new PaymentFacet(PaymentState.UNPAID, List.of(), false, null, List.of(),
            null);

    /**
     * A tender and how it fitted.
     *
     * @param receiptNo the same however often this money is told of; two charges under one payment have two
     * @param misfit underpaid, overpaid, paid-twice, after-close, other-currency; null when it fitted
     */
    public record Received(String receiptNo, Tender tender, Instant at, @Nullable String misfit) {}

    public PaymentFacet {
        received = List.copyOf(received);
        requests = List.copyOf(requests);
    }

    /** One of the payment requests. */
    public Optional<PaymentRequest> request(String requestId) {
        return requests.stream().filter(request -> request.requestId().equals(requestId)).findFirst();
    }

    /** Those that the buyer may pay. */
    public List<PaymentRequest> openRequests() {
        return requests.stream().filter(PaymentRequest::isOpen).toList();
    }

    /** What paid requests brought beside the price of a line, or beside the freight where that is null. */
    Money beside(@Nullable String lineId, String currency) {
        var covers = lineId == null ? PaymentReason.Covers.FREIGHT : PaymentReason.Covers.LINE;
        return Money.sum(currency, requests.stream()
                .filter(request -> request.isPaidBeside(covers) && (lineId == null || lineId.equals(request.lineId())))
                .map(PaymentRequest::amount).toList());
    }

    /** What paid requests brought beside everything that was agreed first. */
    Money beside(String currency) {
        return Money.sum(currency, requests.stream()
                .filter(request -> request.state() == PaymentRequestState.PAID
                        && request.reason().covers() != PaymentReason.Covers.TOTAL)
                .map(PaymentRequest::amount).toList());
    }

    PaymentFacet put(PaymentRequest next) {
        var others = requests.stream().filter(request -> !request.requestId().equals(next.requestId()));
        return new PaymentFacet(state, received, unsettled, paidAt,
                Stream.concat(others, Stream.of(next)).toList(), resolution);
    }

    /** Money that is not for what was agreed first. */
    PaymentFacet keep(Received entry) {
        return new PaymentFacet(state, Stream.concat(received.stream(), Stream.of(entry)).toList(),
                unsettled || entry.misfit() != null, paidAt, requests, resolution);
    }

    /** Whether the whole total is there. */
    public boolean isPaid() {
        return state == PaymentState.PAID || state == PaymentState.OVERPAID;
    }

    /** Every currency in which something came. */
    List<String> currencies() {
        return received.stream().map(entry -> entry.tender().amount().currency()).distinct().toList();
    }

    /** All that came in one currency. */
    public Money sum(String currency) {
        return Money.sum(currency, received.stream().map(entry -> entry.tender().amount())
                .filter(amount -> amount.currency().equals(currency)).toList());
    }

    boolean knows(String receiptNo) {
        return received.stream().anyMatch(entry -> entry.receiptNo().equals(receiptNo));
    }

    /** Everything that came in this currency, per payment at the provider, in the order in which it came. */
    List<Tender> tenders(String currency) {
        var byPayment = new LinkedHashMap<String, Tender>();
        for (var entry : received)
            if (entry.tender().amount().currency().equals(currency))
                byPayment.merge(entry.tender().paymentNo(), entry.tender(),
                        (earlier, more) -> earlier.of(earlier.amount().plus(more.amount())));
        return List.copyOf(byPayment.values());
    }

    PaymentFacet receive(PaymentState next, Received entry) {
        boolean paidNow = !isPaid() && (next == PaymentState.PAID || next == PaymentState.OVERPAID);
        boolean settles = paidNow && next == PaymentState.PAID;
        return new PaymentFacet(next == state ? state : state.to(next),
                Stream.concat(received.stream(), Stream.of(entry)).toList(),
                !settles && (unsettled || entry.misfit() != null), paidNow ? entry.at() : paidAt, requests,
                resolution);
    }

    /** Paid by what is there: what is missing was taken off the price. */
    PaymentFacet paidByNow(Instant at) {
        return new PaymentFacet(state.to(PaymentState.PAID), received, false, at, requests, resolution);
    }

    /** All of it is there, if late; what is more than that is still to be settled. */
    PaymentFacet paidLate(boolean isExact, Instant at) {
        return new PaymentFacet(state.to(isExact ? PaymentState.PAID : PaymentState.OVERPAID), received, !isExact, at,
                requests, resolution);
    }

    /** Finance has settled it. */
    PaymentFacet resolved(PaymentResolution next) {
        return new PaymentFacet(state, received, false, paidAt, requests, next);
    }

    /** Settled money is open again: the refund failed, or what was asked for did not come. */
    PaymentFacet unsettledAgain() {
        return new PaymentFacet(state, received, true, paidAt, requests, resolution);
    }

    PaymentFacet settled() {
        return new PaymentFacet(state, received, false, paidAt, requests, resolution);
    }
}
