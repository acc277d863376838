package io.shopcare.order.orders;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where an order stands, in one word for people. Derived from the facets, never set. */
public enum Phase {
    /** Not paid in full. */
    AWAITING_PAYMENT,
    /** Paid, and the audit has not decided. */
    AUDITING,
    /** A hold is open, or the audit waits for a person, and nothing has shipped. */
    ON_HOLD,
    /** Approved, nothing has shipped. */
    AWAITING_FULFILMENT,
    /** Some of it has shipped. */
    PARTLY_SHIPPED,
    /** All of it has shipped. */
    SHIPPED,
    /** All of it was delivered. */
    DELIVERED,
    /** The receipt is confirmed. */
    RECEIVED,
    /** The sale is over. */
    COMPLETED,
    /** It will not be carried out. */
    CANCELLED;

    static Phase of(PaymentState payment, AuditState audit, FulfilmentState fulfilment, HoldState holds) {
        return switch (fulfilment) {
            case PARTLY_SHIPPED -> PARTLY_SHIPPED;
            case SHIPPED -> SHIPPED;
            case DELIVERED -> DELIVERED;
            case RECEIVED -> RECEIVED;
            case COMPLETED -> COMPLETED;
            case CANCELLED -> CANCELLED;
            case NOT_STARTED, AWAITING -> {
                if (payment == PaymentState.UNPAID || payment == PaymentState.UNDERPAID)
                    yield AWAITING_PAYMENT;
                if (holds == HoldState.HELD || audit == AuditState.HELD)
                    yield ON_HOLD;
                yield fulfilment == FulfilmentState.AWAITING ? AWAITING_FULFILMENT : AUDITING;
            }
        };
    }

    /** As stored and told: {@code awaiting-payment}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
