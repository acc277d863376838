package io.shopcare.order.orders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a buyer is asked for more, and what that money is for; words in reasons.yaml, section payment-request. */
public enum PaymentReason {
    /** A line was exchanged for a dearer one (O10). */
    EXCHANGE_DIFFERENCE(Covers.LINE),
    /** The parcel is redirected or forwarded (O10). */
    REDIRECT_PRICE(Covers.FREIGHT),
    /** The way turned out to cost more: a remote area, another carrier. */
    FREIGHT_DIFFERENCE(Covers.FREIGHT),
    /** Too little came for the order itself (O5). */
    SHORTFALL(Covers.TOTAL);

    /** Where the money is counted, and from where it can be refunded. */
    public enum Covers {
        /** Beside the price of one line. */
        LINE,
        /** Beside the freight. */
        FREIGHT,
        /** It is the rest of what was agreed. */
        TOTAL
    }

    private final Covers covers;

    PaymentReason(Covers covers) {
        this.covers = covers;
    }

    /** What money of this reason is for. */
    public Covers covers() {
        return covers;
    }

    /** The reason with this code. */
    public static Optional<PaymentReason> find(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
    }

    @JsonCreator
    static PaymentReason of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no reason to ask for money: " + code));
    }

    /** As stored and told: {@code redirect-price}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
