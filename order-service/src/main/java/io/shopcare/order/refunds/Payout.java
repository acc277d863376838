package io.shopcare.order.refunds;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.Tender;

/**
 * What goes back in one of the ways it was paid (rules.md R6). The number is one for life; only after a definite refusal
 * another attempt goes under another one.
 *
 * @param refundNo under which the provider knows it
 * @param paidAt    by the provider's clock; null until paid
 * @param reference of the bank, under which finance paid it by hand; null for what a provider pays
 */
public record Payout(String refundNo, Tender tender, PayoutState state, @Nullable Instant paidAt,
        @Nullable String reference) {

    static Payout waiting(String refundId, int attempt, int index, Tender tender) {
        return new Payout(numberOf(refundId, attempt, index), tender, PayoutState.WAITING, null, null);
    }

    /** The first is the refund's own id; the provider takes at most 64 letters, digits and dashes. */
    private static String numberOf(String refundId, int attempt, int index) {
        return attempt == 1 && index == 0 ? refundId : refundId + "-" + attempt + "-" + index;
    }

    /** The refund that a provider's number belongs to. */
    static String refundOf(String refundNo) {
        return refundNo.length() <= UUID_LENGTH ? refundNo : refundNo.substring(0, UUID_LENGTH);
    }

    private static final int UUID_LENGTH = 36;

    boolean isPaid() {
        return state == PayoutState.PAID;
    }

    Payout to(PayoutState next) {
        return next == state ? this : new Payout(refundNo, tender, state.to(next), paidAt, reference);
    }

    Payout paid(Instant at) {
        return new Payout(refundNo, tender, state.to(PayoutState.PAID), at, reference);
    }

    Payout paidByHand(String under, Instant at) {
        return new Payout(refundNo, tender, state.to(PayoutState.PAID), at, under);
    }
}
