package io.shopcare.standalone.sandbox;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Money on its way back. */
record Refund(String refundNo, String paymentNo, Money amount, String reason, Status status, Instant askedAt) {
    enum Status {
        @JsonProperty("accepted")
        ACCEPTED, @JsonProperty("succeeded")
        SUCCEEDED, @JsonProperty("failed")
        FAILED
    }
}
