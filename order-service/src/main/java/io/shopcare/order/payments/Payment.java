package io.shopcare.order.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Buyer;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.store.Decision;

/**
 * One attempt of a buyer to pay (付款), for one order or several, under a number that it keeps at the provider. It
 * remembers what the provider said, as it came; the orders judge what the money is good for.
 *
 * @param orderId  the first of its orders
 * @param asked    what the buyer was to pay, all parts together
 * @param payUrl   where the buyer pays; null until the provider answered
 * @param receipts money that came under this number: once, in a well-run world
 * @param parts    what of it is for which order, earliest order first; the order in which money is split
 * @param asks     how often the provider was asked how it stands
 * @param askAt    when it is looked after again, since no money came or its orders may not have it yet; null when nothing
 *                 is waited for
 */
public record Payment(String paymentNo, String shop, String orderId, Buyer buyer, Money asked, PaymentStatus status,
        @Nullable String payUrl, List<Receipt> receipts, Instant begunAt, List<Part> parts, int asks,
        @Nullable Instant askAt) {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    /** Longer than providers repeat their notifications for. */
    private static final Duration ASKED_FOR = Duration.ofDays(3);

    /**
     * Money as the provider told of it.
     *
     * @param notificationId the same however often it is told
     */
    public record Receipt(String notificationId, Money amount, Instant occurredAt) {}

    /**
     * What of a payment is for one order.
     *
     * @param requestId the payment request that it pays; null when it pays the order itself
     */
    @Schema(name = "PaymentPart")
    public record Part(String orderId, @Nullable String requestId, Money asked) {}

    /** Those from before payments had parts pay one order. */
    public Payment {
        receipts = List.copyOf(receipts);
        parts = parts.isEmpty() ? List.of(new Part(orderId, null, asked)) : List.copyOf(parts);
    }

    static Decision<Payment> begin(String paymentNo, Buyer buyer, List<Part> parts, Instant at) {
        var first = parts.getFirst();
        var asked = Money.sum(first.asked().currency(), parts.stream().map(Part::asked).toList());
        return Decision.accept(new Payment(paymentNo, buyer.shop(), first.orderId(), buyer, asked,
                PaymentStatus.PENDING, null, List.of(), at, parts, 0, at.plus(FIRST_PAUSE)));
    }

    Decision<Payment> registered(String url) {
        return Decision.accept(new Payment(paymentNo, shop, orderId, buyer, asked, status, url, receipts, begunAt,
                parts, asks, askAt));
    }

    /** A failure that is told after the money came is old news. */
    Decision<Payment> failed() {
        return status == PaymentStatus.PENDING
                ? Decision.accept(with(status.to(PaymentStatus.FAILED), receipts, asks, askAt))
                : Decision.unchanged(this);
    }

    /** Until its orders have it, it is looked after: whoever tells us may be killed in between, and tell it no more. */
    Decision<Payment> received(Receipt receipt, Instant now) {
        if (receipts.stream().anyMatch(known -> known.notificationId().equals(receipt.notificationId())))
            return Decision.unchanged(this);
        return Decision.accept(with(
                status == PaymentStatus.SUCCEEDED ? status : status.to(PaymentStatus.SUCCEEDED),
                Stream.concat(receipts.stream(), Stream.of(receipt)).toList(), asks, now.plus(FIRST_PAUSE)));
    }

    /** Its orders have so many of its receipts. */
    Decision<Payment> given(int seen) {
        return askAt != null && receipts.size() == seen
                ? Decision.accept(with(status, receipts, asks, null))
                : Decision.unchanged(this);
    }

    /** The provider says that no money came. A buyer whose bank said no may still press again under this number. */
    Decision<Payment> nothingCame(Instant now) {
        if (!mayStillCome())
            return Decision.unchanged(this);
        var next = now.plus(pause());
        return Decision.accept(with(status, receipts, asks + 1,
                next.isAfter(begunAt.plus(ASKED_FOR)) ? null : next));
    }

    /** The provider did not answer: it is asked until it does. */
    Decision<Payment> inDoubt(Instant now) {
        return mayStillCome()
                ? Decision.accept(with(status, receipts, asks + 1, now.plus(pause())))
                : Decision.unchanged(this);
    }

    /** Whether the provider may have money that we have not heard of. */
    boolean mayStillCome() {
        return status != PaymentStatus.SUCCEEDED;
    }

    private Duration pause() {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(asks, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Payment with(PaymentStatus nextStatus, List<Receipt> nextReceipts, int nextAsks, @Nullable Instant next) {
        return new Payment(paymentNo, shop, orderId, buyer, asked, nextStatus, payUrl, nextReceipts, begunAt, parts,
                nextAsks, next);
    }

    /**
     * What of a receipt goes to each part, in their order. Follows from the receipts in the order in which they came, so
     * that whoever is told again splits alike.
     */
    List<Money> split(String notificationId) {
        var missing = new ArrayList<>(parts.stream().map(Part::asked).toList());
        for (var receipt : receipts) {
            var shares = shares(receipt.amount(), missing);
            if (receipt.notificationId().equals(notificationId))
                return shares;
            for (int i = 0; i < shares.size(); i++)
                if (sameCurrency(receipt.amount()))
                    missing.set(i, least(missing.get(i), shares.get(i)));
        }
        throw new IllegalArgumentException("no receipt " + notificationId + " of " + paymentNo);
    }

    /** Too little: by largest remainder of what is missing. Too much: each its own, the rest stays with the first. */
    private List<Money> shares(Money amount, List<Money> missing) {
        if (!sameCurrency(amount))
            return amount.split(weights(parts.stream().map(Part::asked).toList()));
        var left = Money.sum(amount.currency(), missing);
        if (left.isZero() && amount.compareTo(asked) >= 0)
            return shares(amount, parts.stream().map(Part::asked).toList());
        if (left.isPositive() && amount.compareTo(left) <= 0)
            return amount.split(weights(missing));
        var shares = new ArrayList<>(missing);
        shares.set(0, shares.getFirst().plus(amount.minus(left)));
        return Collections.unmodifiableList(shares);
    }

    private boolean sameCurrency(Money amount) {
        return amount.currency().equals(asked.currency());
    }

    private static List<Long> weights(List<Money> amounts) {
        return amounts.stream().map(Money::minor).toList();
    }

    private static Money least(Money missing, Money came) {
        return missing.compareTo(came) > 0 ? missing.minus(came) : Money.zero(missing.currency());
    }
}
