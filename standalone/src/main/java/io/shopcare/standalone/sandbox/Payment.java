package io.shopcare.standalone.sandbox;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A payment that was asked for, with all that happened to it.
 *
 * @param taken what the buyer really paid: more than asked if twice, less if the amount was wrong
 * @param refundable what of it is left, with refunds on their way already off
 * @param receipts each time that money was taken, under the id by which the merchant is told of it
 * @param owed how many notifications the merchant has not taken yet
 */
record Payment(String paymentNo, Money amount, String subject, Status status, Money taken, Money refundable,
        Instant askedAt, List<Refund> refunds, List<Receipt> receipts, int owed) {

    /** Money that was taken. */
    record Receipt(String notificationId, Money amount, Instant occurredAt) {}

    enum Status {
        @JsonProperty("pending")
        PENDING, @JsonProperty("succeeded")
        SUCCEEDED, @JsonProperty("failed")
        FAILED
    }
}
