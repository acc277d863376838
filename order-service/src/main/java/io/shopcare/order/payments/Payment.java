package io.shopcare.order.payments;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/**
 * One attempt of a buyer to pay an order (付款), under a number that it keeps at the provider. It remembers what the
 * provider said, as it came; the order judges what the money is good for.
 *
 * @param asked    what the buyer was to pay
 * @param payUrl   where the buyer pays; null until the provider answered
 * @param receipts money that came under this number: once, in a well-run world
 */
public record Payment(String paymentNo, String shop, String orderId, Buyer buyer, Money asked, PaymentStatus status,
        @Nullable String payUrl, List<Receipt> receipts, Instant begunAt) {

    /**
     * Money as the provider told of it.
     *
     * @param notificationId the same however often it is told
     */
    public record Receipt(String notificationId, Money amount, Instant occurredAt) {}

    public Payment {
        receipts = List.copyOf(receipts);
    }

    static Decision<Payment> begin(String paymentNo, String shop, String orderId, Buyer buyer, Money asked,
            Instant at) {
        return Decision.accept(new Payment(paymentNo, shop, orderId, buyer, asked, PaymentStatus.PENDING, null,
                List.of(), at));
    }

    Decision<Payment> registered(String url) {
        return Decision.accept(new Payment(paymentNo, shop, orderId, buyer, asked, status, url, receipts, begunAt));
    }

    /** A failure that is told after the money came is old news. */
    Decision<Payment> failed() {
        return status == PaymentStatus.PENDING
                ? Decision.accept(new Payment(paymentNo, shop, orderId, buyer, asked,
                        status.to(PaymentStatus.FAILED), payUrl, receipts, begunAt))
                : Decision.unchanged(this);
    }

    Decision<Payment> received(Receipt receipt) {
        if (receipts.stream().anyMatch(known -> known.notificationId().equals(receipt.notificationId())))
            return Decision.unchanged(this);
        return Decision.accept(new Payment(paymentNo, shop, orderId, buyer, asked,
                status == PaymentStatus.SUCCEEDED ? status : status.to(PaymentStatus.SUCCEEDED), payUrl,
                Stream.concat(receipts.stream(), Stream.of(receipt)).toList(), begunAt));
    }
}
