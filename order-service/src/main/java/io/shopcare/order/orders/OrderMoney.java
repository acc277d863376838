package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/**
 * What an order is worth, what came in for it and what goes back (O3, O5, O17). Each question is answered by the class that it names.
 */
public sealed interface OrderMoney permits Order {

    /** What is still to be paid. */
    default Money due() {
        return Paying.due(it());
    }

    /** What could still be refunded. */
    default Balance balance() {
        return Balance.of(it());
    }

    /** What of the balance we can give back ourselves: money that a platform got goes back there. */
    default Balance ours() {
        return Balance.ours(it());
    }

    /** What of it goes back by itself when the order ends. */
    default Balance balanceAtItsEnd() {
        return Balance.atItsEnd(it());
    }

    /** What one of its lines is sold for, as it is now. */
    default Money worth(OrderLine line) {
        return Exchanging.worth(it(), line);
    }

    /** The article of one of its lines when it was bought, before any exchange. */
    default String boughtAs(OrderLine line) {
        return Exchanging.agreed(it(), line).sku();
    }

    /** Takes money that came; never refuses it. Told of the same receipt again, it does nothing. */
    default Decision<Order> receivePayment(String receiptNo, Tender tender, Instant at, Duration auditDelay) {
        return Paying.receive(it(), receiptNo, tender, at, auditDelay);
    }

    /** Lowers the price before anything was paid. */
    default Decision<Order> adjustPrice(PriceAdjustment adjustment) {
        return Adjusting.adjust(it(), adjustment);
    }

    /** Settles money that does not fit; of two who decide at once the second hears who was first. */
    default Decision<Order> resolvePayment(PaymentResolution resolution, Instant askUntil, Duration auditDelay) {
        return Resolving.resolve(it(), resolution, askUntil, auditDelay);
    }

    /** Whether money that came after the clock closed it may bring it back. */
    default boolean mayBeRevived() {
        return Resolving.mayRevive(it());
    }

    /** Money of this currency that came on top of what the order is worth, less what went back. */
    default Money surplus(String currency) {
        return currency.equals(it().sale().currency()) ? it().balance().surplus() : Balance.foreign(it(), currency);
    }

    /** Asks the buyer for more money; printing waits for it. The same request again is the same. */
    default Decision<Order> requestPayment(PaymentRequest request) {
        return Requesting.open(it(), request);
    }

    /** Takes money that came for a payment request; never refuses it. */
    default Decision<Order> receiveRequested(String requestId, String receiptNo, Tender tender, Instant at,
            Duration auditDelay) {
        return Requesting.receive(it(), requestId, receiptNo, tender, at, auditDelay);
    }

    /** Payment requests that nobody paid in time are over. */
    default Decision<Order> expireRequests(Instant now) {
        return Requesting.expire(it(), now);
    }

    /** Takes a payment request back. */
    default Decision<Order> withdrawPaymentRequest(String requestId) {
        return Requesting.withdraw(it(), requestId);
    }

    /**
     * Holds part of the balance for a refund; {@code amount - lines - freight} is taken from money that came on top.
     * Afterwards {@link #refunds()} tells in which ways it goes back.
     */
    default Decision<Order> reserveRefund(String refundId, Money amount, List<LineAmount> parts, Money freight) {
        return Refunding.reserve(it(), refundId, amount, parts, freight);
    }

    /** The same for goods that are not there: whatever becomes of the refund, they don't ship. */
    default Decision<Order> reserveRefundOfMissing(String refundId, Money amount, List<LineAmount> parts,
            Money freight) {
        return Refunding.reserve(it(), refundId, amount, parts, freight, true);
    }

    /** The provider did not say what happened. */
    default Decision<Order> refundInDoubt(String refundId) {
        return Refunding.to(it(), refundId, RefundState.IN_DOUBT);
    }

    /** It was paid back. */
    default Decision<Order> refundSucceeded(String refundId) {
        return Refunding.to(it(), refundId, RefundState.SUCCEEDED);
    }

    /** It was refused for certain; the balance is free again. */
    default Decision<Order> refundFailed(String refundId) {
        return Refunding.to(it(), refundId, RefundState.FAILED);
    }

    private Order it() {
        return (Order) this;
    }
}
