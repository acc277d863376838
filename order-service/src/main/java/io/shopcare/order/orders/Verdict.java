package io.shopcare.order.orders;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a rule says about an order. */
public enum Verdict {
    /** Nothing to say. */
    PASS,
    /** Worth knowing, stops nothing. */
    WARN,
    /** A person has to look. */
    HOLD;

    /** As stored and told. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
