package io.shopcare.order.orders;

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
 */
public record PaymentRequest(String requestId, Money amount, PaymentReason reason, @Nullable String lineId,
        @Nullable String note, ActorRef by, Instant askedAt, Instant expiresAt, PaymentRequestState state) {

    /** A new one. */
    public static PaymentRequest of(String requestId, Money amount, PaymentReason reason, @Nullable String lineId,
            @Nullable String note, ActorRef by, Instant askedAt, Instant expiresAt) {
        return new PaymentRequest(requestId, amount, reason, lineId, note, by, askedAt, expiresAt,
                PaymentRequestState.OPEN);
    }

    public boolean isOpen() {
        return state == PaymentRequestState.OPEN;
    }

    /** Whether it brought money beside the price that was agreed first. */
    boolean isPaidBeside(PaymentReason.Covers what) {
        return state == PaymentRequestState.PAID && reason.covers() == what;
    }

    PaymentRequest to(PaymentRequestState next) {
        return new PaymentRequest(requestId, amount, reason, lineId, note, by, askedAt, expiresAt, state.to(next));
    }
}
