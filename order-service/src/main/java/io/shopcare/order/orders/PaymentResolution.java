package io.shopcare.order.orders;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import io.shopcare.order.trade.ActorRef;

/**
 * What finance decided about money that did not fit (O5).
 *
 * @param resolutionId also the request of the refund or of the payment that follows
 * @param reason       code of reasons.yaml, section payment
 * @param note         words for colleagues; null when none
 */
public record PaymentResolution(String resolutionId, Kind kind, String reason, @Nullable String note, ActorRef by,
        Instant at) {

    /** What may be decided. */
    public enum Kind {
        /** What is too much goes back; an order that was paid too little is cancelled, and all goes back. */
        REFUND,
        /** What is missing is taken off the price. */
        ACCEPT_SHORTFALL,
        /** An order that the clock closed is carried out after all: its money came late, and its stock can be had. */
        REVIVE,
        /** What is missing is asked for by a payment request. */
        ASK_THE_REST;

        /** The kind with this code. */
        public static Optional<Kind> find(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }

        @JsonCreator
        static Kind of(String code) {
            return find(code).orElseThrow(() -> new IllegalArgumentException("no resolution: " + code));
        }

        /** As stored and told: {@code accept-shortfall}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
