package io.shopcare.order.orders;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;
import io.shopcare.platform.money.Money;

/**
 * More money that a buyer is asked for (补款): an amount with a reason, until a time, paid once. It lives in its order, so
 * that money, expiry and the permit to print meet in one write.
 *
 * @param lineId the line that it is paid for, from whose money it can go back; null where the reason is about no line
 * @param note   words to the buyer; null when none
 * @param remindedAt when the buyer was told that it will end; null before
 */
public record PaymentRequest(String requestId, Money amount, PaymentReason reason, @Nullable String lineId,
        @Nullable String note, ActorRef by, Instant askedAt, Instant expiresAt, PaymentRequestState state,
        @Nullable Instant remindedAt) {
    /** rules.md, Service targets: the last word before the close of an unpaid order. */
    private static final Duration LAST_WORD = Duration.ofHours(2);

    /** A new one. */
    public static PaymentRequest of(String requestId, Money amount, PaymentReason reason, @Nullable String lineId,
            @Nullable String note, ActorRef by, Instant askedAt, Instant expiresAt) {
        return new PaymentRequest(requestId, amount, reason, lineId, note, by, askedAt, expiresAt,
                PaymentRequestState.OPEN, null);
    }

    public boolean isOpen() {
        return state == PaymentRequestState.OPEN;
    }

    /** When the buyer is told that it will end: two hours before, of a short one in its last quarter; null when told. */
    @Nullable
    Instant remindAt() {
        if (!isOpen() || remindedAt != null)
            return null;
        var quarter = Duration.between(askedAt, expiresAt).dividedBy(4);
        return expiresAt.minus(quarter.compareTo(LAST_WORD) < 0 ? quarter : LAST_WORD);
    }

    PaymentRequest reminded(Instant at) {
        return new PaymentRequest(requestId, amount, reason, lineId, note, by, askedAt, expiresAt, state, at);
    }

    /** Whether it brought money beside the price that was agreed first. */
    boolean isPaidBeside(PaymentReason.Covers what) {
        return state == PaymentRequestState.PAID && reason.covers() == what;
    }

    PaymentRequest to(PaymentRequestState next) {
        return new PaymentRequest(requestId, amount, reason, lineId, note, by, askedAt, expiresAt, state.to(next),
                remindedAt);
    }
}
